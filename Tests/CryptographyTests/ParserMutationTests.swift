import Testing
import Vocabulary

@testable import Cryptography

/// Whatever the bytes, a parser answers or refuses: it neither traps nor hangs, and a signature
/// never holds for anything but what was signed.
@Suite struct ParserMutationTests {
  static let key = SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 8, count: 32)))
  static let count = 3_000

  @Test func ageHeader() throws {
    let identity = AgeIdentity(secret: SecretBytes(copying: [UInt8](repeating: 3, count: 32)))
    let stanzas = [
      try AgeFiles.stanza(for: identity.recipient),
      AgeStanza(arguments: ["scrypt", "AAAA", "10"], body: AgeFiles.plaintext(100)),
    ]
    let seed = AgeFiles.file(stanzas: stanzas)
    for bytes in Mutations(of: seed, count: Self.count) {
      guard let header = refusing({ () throws(Refusal) in try AgeHeader(parsing: bytes) }) else {
        continue
      }
      // One form only: what is read is written back the same.
      let written =
        AgeHeader.versionLine + header.stanzas.flatMap(\.encoded)
        + AgeHeader.macMark + [0x20] + Base64.encoded(header.mac, .unpadded) + [0x0a]
      let isSame = written == Array(bytes[..<header.byteCount])
      #expect(isSame)
    }
  }

  @Test func note() {
    let text = "one\n\ntwo\n"
    let seed = SignedNote.signed(text: text, name: "airlock/x", by: Self.key, .generate())
    for bytes in Mutations(of: seed, count: Self.count) {
      guard let note = refusing({ () throws(Refusal) in try SignedNote(parsing: bytes) }),
        let verified = refusing({ () throws(Refusal) in
          try note.verified(name: "airlock/x", key: Self.key.verifyingKey)
        })
      else { continue }
      #expect(verified == Array(text.utf8))
    }
  }

  @Test func checkpoint() {
    let checkpoint = Checkpoint(origin: "airlock/x", size: 12, root: .zero)
    for bytes in Mutations(of: checkpoint.signed(by: Self.key), count: Self.count) {
      let read = refusing { () throws(Refusal) in
        try Checkpoint(verifying: bytes, origin: "airlock/x", key: Self.key.verifyingKey)
      }
      if let read { #expect(read == checkpoint) }
    }
  }

  @Test func envelope() {
    let envelope = DSSEEnvelope(signing: [1, 2, 3], type: "a/b", by: [Self.key])
    for bytes in Mutations(of: envelope.encoded, count: Self.count) {
      guard let read = refusing({ () throws(Refusal) in try DSSEEnvelope(parsing: bytes) }),
        let payload = refusing({ () throws(Refusal) in
          try read.verified(type: "a/b", by: [Self.key.verifyingKey])
        })
      else { continue }
      #expect(payload == [1, 2, 3])
    }
  }

  /// What `body` gives, or nil where it refuses; other errors don't type-check.
  private func refusing<Value>(_ body: () throws(Refusal) -> Value) -> Value? {
    do { return try body() } catch { return nil }
  }
}
