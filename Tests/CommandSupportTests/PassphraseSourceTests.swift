import Cryptography
import Glibc
import Testing
import Vocabulary

@testable import CommandSupport

@Suite struct PassphraseSourceTests {
  @Test(arguments: [
    ("correct horse\nsecond line\n", "correct horse"), ("typed on Windows\r\n", "typed on Windows"),
    ("no line end", "no line end"), (" kept spaces \n", " kept spaces "),
  ])
  func theFirstLineIsThePassphrase(content: String, expected: String) throws {
    let secret = try read(content)
    #expect(secret.revealed() == Array(expected.utf8))
  }

  @Test(arguments: ["", "\n", "\r\nmore\n", String(repeating: "x", count: 4_097)])
  func anEmptyOrEndlessFirstLineIsBadInput(content: String) {
    #expect(exit { try read(content) } == .badInput)
  }

  @Test func aFolderOrNothingIsBadInput() {
    #expect(exit { try PassphraseSource.firstLine(of: "/") } == .badInput)
    #expect(exit { try PassphraseSource.firstLine(of: "/no such file") } == .badInput)
  }

  @Test(arguments: [
    ("eleven char", false), ("twelve chars", true), ("a b c d e", true), ("a b  c d", false),
    ("äöüäöüäöüäö", false), ("äöüäöüäöüäöü", true),
  ])
  func aNewPassphraseNeedsTwelveCharactersOrFiveWords(text: String, allowed: Bool) {
    #expect(PassphraseRule.allows(Array(text.utf8)) == allowed)
  }

  @Test func bytesThatAreNoTextAreNoPassphrase() {
    #expect(!PassphraseRule.allows([UInt8](repeating: 0xFF, count: 20)))
  }

  private func read(_ content: String) throws -> SecretBytes {
    let path = "/dev/shm/airlock-passphrase-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    defer { unsafe unlink(path) }
    #expect(Output.writeAll(Array(content.utf8), to: descriptor))
    close(descriptor)
    return try PassphraseSource.firstLine(of: path)
  }

  private func exit(_ body: () throws -> SecretBytes) -> Failure.Exit? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? Failure)?.exit }
  }
}
