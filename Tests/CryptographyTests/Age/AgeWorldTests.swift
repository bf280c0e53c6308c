import Testing
import Vocabulary

@testable import Cryptography

/// The sealed files of Airlock's own vectors, which another implementation wrote.
@Suite(.enabled(if: SharedVectors.areThere)) struct AgeWorldTests {
  private struct Expectation: Decodable {
    var reason: String
  }

  @Test func everySealedFileOpensForRoomOrLab() throws {
    let identities = try identities()
    let files = try SharedVectors.files(below: "\(World.folder)/stick").filter(isSealed)
    #expect(files.count >= 2)
    for file in files {
      let plaintext = try AgeFiles.opened(try SharedVectors.bytes(file), identities)
      // A zstd frame begins the plaintext of each.
      #expect(plaintext.starts(with: [0x28, 0xb5, 0x2f, 0xfd]), "\(file)")
    }
  }

  @Test func badAgeFilesAreRefusedForTheirReason() throws {
    let identities = try identities()
    var ran = 0
    let expectations = try SharedVectors.files(below: "vectors/airlock/bad")
      .filter { $0.hasSuffix("/expect.json") }
    for path in expectations {
      let expected: Expectation = try SharedVectors.json(path)
      guard expected.reason.hasPrefix("age-") else { continue }
      let folder = String(path.dropLast("/expect.json".count))
      for file in try SharedVectors.files(below: folder).filter(isSealed) {
        let bytes = try SharedVectors.bytes(file)
        #expect(throws: Refusal(.init(rawValue: expected.reason), ""), "\(file)") {
          try AgeFiles.opened(bytes, identities)
        }
        ran += 1
      }
    }
    #expect(ran > 0)
  }

  private func isSealed(_ path: String) -> Bool { path.hasSuffix(".age") }

  private func identities() throws -> [AgeIdentity] {
    try SharedVectors.bytes("\(World.folder)/identities.txt").split(separator: 0x0a)
      .filter { !$0.starts(with: Array("#".utf8)) }
      .map { try AgeIdentity(text: String(decoding: $0, as: UTF8.self)) }
  }
}
