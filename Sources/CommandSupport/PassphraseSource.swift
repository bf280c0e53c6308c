public import Cryptography
import Glibc
public import Vocabulary

/// Where a passphrase comes from: the first line of a file, else a terminal without echo.
public struct PassphraseSource: Sendable {
  private let file: String?
  private let option: String

  /// Longest passphrase, in bytes.
  static let limit = 4_096

  /// `file` is the path that `option` gave, if it was given; `option` is named where nobody can be
  /// asked.
  public init(file: String?, option: String) {
    self.file = file
    self.option = option
  }

  /// Reads the passphrase; `whose` stands in the prompt ("the lab's").
  ///
  /// - Throws: `Failure`: 65 for a file that can't be read or is empty, 64 where there is neither
  ///   file nor terminal, 1 where the person gave up.
  public func read(_ whose: String) throws(Failure) -> SecretBytes {
    if let file { return try Self.firstLine(of: file) }
    return try ask("Passphrase (\(whose)): ", whose)
  }

  /// Reads a passphrase that is being set, twice where it is typed.
  ///
  /// - Throws: `Failure`: as `read`, and 65 for one that is too short or typed differently.
  public func readNew(_ whose: String) throws(Failure) -> SecretBytes {
    if let file {
      let secret = try Self.firstLine(of: file)
      try PassphraseRule.require(secret, of: whose)
      return secret
    }
    let secret = try ask("New passphrase (\(whose)): ", whose)
    try PassphraseRule.require(secret, of: whose)
    let again = try ask("The same again: ", whose)
    var first = secret.revealed()
    var second = again.revealed()
    defer {
      first.wipe()
      second.wipe()
    }
    guard first == second else { throw Failure(.badInput, "the two passphrases differ") }
    return secret
  }

  private func ask(_ prompt: String, _ whose: String) throws(Failure) -> SecretBytes {
    guard TerminalPrompt.isAvailable else {
      throw Failure(
        .usage, "\(whose) passphrase is needed and standard input is no terminal: give \(option)")
    }
    return try TerminalPrompt.secret(prompt)
  }

  /// The bytes before the first line feed, without the carriage return of a file from Windows.
  static func firstLine(of path: String) throws(Failure) -> SecretBytes {
    var bytes = try readStart(of: path)
    defer { bytes.wipe() }
    if let end = bytes.firstIndex(of: 0x0A) { bytes.shorten(to: end) }
    if bytes.last == 0x0D { bytes.shorten(to: bytes.count - 1) }
    guard !bytes.isEmpty else {
      throw Failure(.badInput, "\(path): the first line is empty, a passphrase is expected there")
    }
    guard bytes.count <= limit else {
      throw Failure(.badInput, "\(path): the first line is longer than \(limit) bytes")
    }
    return SecretBytes(wiping: &bytes)
  }

  /// As much of the file as a passphrase and its line end may take.
  private static func readStart(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(.badInput, "\(path): \(Output.reason(errno))") }
    defer { close(descriptor) }
    // Reserved once: a growing array would leave copies of the secret behind.
    var bytes = [UInt8](repeating: 0, count: limit + 2)
    var count = 0
    while count < bytes.count, !bytes[..<count].contains(0x0A) {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        throw Failure(.badInput, "\(path): \(Output.reason(errno))")
      }
    }
    bytes.shorten(to: count)
    return bytes
  }
}

extension [UInt8] {
  /// Drops what lies beyond `count`, overwritten first.
  mutating func shorten(to count: Int) {
    for index in indices.dropFirst(count) { self[index] = 0 }
    removeLast(self.count - count)
  }
}
