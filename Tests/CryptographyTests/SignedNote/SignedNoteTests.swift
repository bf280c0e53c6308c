import Testing
import Vocabulary

@testable import Cryptography

@Suite struct SignedNoteTests {
  static let key = SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 5, count: 32)))
  static let name = "airlock/test"

  /// The example of C2SP signed-note, "Example", with its verifier key.
  @Test func exampleOfTheStandardVerifies() throws {
    let note =
      "This is an example message.\n\n\u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
    let vkey = Base64.decoded("AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".utf8, .padded)
    let key = try #require(vkey.flatMap { VerifyingKey(bytes: $0.dropFirst()) })
    #expect(Hex.encoded(NoteSignature.keyID(name: "example.com/foo", key: key)) == "530d903a")
    let text = try SignedNote(parsing: Array(note.utf8)).verified(name: "example.com/foo", key: key)
    #expect(text == Array("This is an example message.\n".utf8))
  }

  @Test func textMayHoldEmptyLines() throws {
    let note = SignedNote.signed(text: "a\n\nb\n\n\nc\n", name: Self.name, by: Self.key)
    #expect(try verified(note) == Array("a\n\nb\n\n\nc\n".utf8))
  }

  @Test(.enabled(if: SharedVectors.areThere)) func notesOfTheWorldVerifyAndComeOutTheSame() throws {
    let expected = try World.expected()
    let key = try World.roomKey()
    let name = "airlock/\(expected.channel)"
    for archive in expected.archives.values {
      let note = Array(archive.note.utf8)
      let text = try SignedNote(parsing: note).verified(name: name, key: key.verifyingKey)
      let again = SignedNote.signed(
        text: String(decoding: text, as: UTF8.self), name: name, by: key)
      #expect(again == note)
      #expect(SHA256.hash(note).hex == archive.noteHash)
    }
    let card = try SharedVectors.bytes("\(World.folder)/room.card")
    _ = try SignedNote(parsing: card).verified(name: "airlock/room", key: key.verifyingKey)
  }

  @Test(.enabled(if: SharedVectors.areThere)) func keyIDsAreThoseOfTheWorld() throws {
    let key = try World.roomKey().verifyingKey
    let expected = try World.expected().noteKeyIds
    #expect(!expected.isEmpty)
    for (name, keyID) in expected {
      #expect(Hex.encoded(NoteSignature.keyID(name: name, key: key)) == keyID)
    }
  }

  @Test func everyChangedByteIsRefused() throws {
    let note = SignedNote.signed(text: "some text\n", name: Self.name, by: Self.key)
    for index in note.indices {
      var changed = note
      changed[index] ^= 1
      #expect(throws: Refusal.self) { try verified(changed) }
    }
  }

  @Test func everyPrefixIsRefused() {
    let note = SignedNote.signed(text: "some text\n", name: Self.name, by: Self.key)
    for end in note.indices {
      #expect(throws: Refusal(.noteForm, "")) { try SignedNote(parsing: Array(note[..<end])) }
    }
  }

  @Test func signatureOfAnUnknownKeyAloneIsRefused() {
    let note = SignedNote.signed(text: "some text\n", name: Self.name, by: .generate())
    #expect(throws: Refusal(.noteSignature, "")) { try verified(note) }
  }

  @Test func signatureUnderAnotherNameIsRefused() {
    let note = SignedNote.signed(text: "some text\n", name: "airlock/other", by: Self.key)
    #expect(throws: Refusal(.noteSignature, "")) { try verified(note) }
  }

  @Test func unknownSignaturesAreIgnored() throws {
    let stranger = SigningKey.generate()
    let note = SignedNote.signed(text: "some text\n", name: Self.name, by: stranger, Self.key)
    #expect(try verified(note) == Array("some text\n".utf8))
    let parsed = try SignedNote(parsing: note)
    #expect(try parsed.verified(name: Self.name, key: stranger.verifyingKey) == parsed.text)
  }

  @Test func knownSignatureThatDoesNotHoldRefusesTheNote() {
    let good = SignedNote.signed(text: "some text\n", name: Self.name, by: Self.key)
    let other = SignedNote.signed(text: "more text\n", name: Self.name, by: Self.key)
    // The good one, and beside it this key's signature over something else.
    let note = good + other.drop { $0 != 0xe2 }
    #expect(throws: Refusal(.noteSignature, "")) { try verified(note) }
  }

  @Test func seventeenthSignatureIsRefused() throws {
    let note = SignedNote.signed(text: "some text\n", name: Self.name, by: Self.key)
    let line = note.drop { $0 != 0xe2 }
    let sixteen = note + (0..<15).flatMap { _ in line }
    #expect(try verified(sixteen) == Array("some text\n".utf8))
    #expect(throws: Refusal(.noteForm, "")) { try SignedNote(parsing: sixteen + line) }
  }

  @Test func noteLongerThanTheLimitIsRefused() {
    let text = String(repeating: "a", count: Int(Limits.note)) + "\n"
    let note = SignedNote.signed(text: text, name: Self.name, by: Self.key)
    #expect(throws: Refusal(.noteForm, "")) { try SignedNote(parsing: note) }
  }

  private static let signature = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  @Test(arguments: [
    "", "\n", "\n\n", "text\n", "text\n\n", "text\n\n\n", "text\n\u{2014} a \(signature)\n",
    "text\n\n\u{2014} a \(signature)", "text\n\n\u{2014} a \(signature)\nmore\n",
    "text\n\n- a \(signature)\n", "text\n\n\u{2014}a \(signature)\n",
    "text\n\n\u{2014}  \(signature)\n", "text\n\n\u{2014} a+b \(signature)\n",
    "text\n\n\u{2014} a\u{a0}b \(signature)\n", "text\n\n\u{2014} a b \(signature)\n",
    "text\n\n\u{2014} a AAAA\n", "text\n\n\u{2014} a AAAAAA\n", "text\n\n\u{2014} a AAAAAB==\n",
    "text\r\n\n\u{2014} a \(signature)\n", "te\u{7}xt\n\n\u{2014} a \(signature)\n",
    "te\u{0}xt\n\n\u{2014} a \(signature)\n", "te\txt\n\n\u{2014} a \(signature)\n",
  ])
  func otherFormsAreRefused(_ note: String) {
    #expect(throws: Refusal(.noteForm, "")) { try SignedNote(parsing: Array(note.utf8)) }
  }

  @Test func textThatIsNotUTF8IsRefused() {
    let note = [0x74, 0xc3, 0x0a, 0x0a] + Array("\u{2014} a \(Self.signature)\n".utf8)
    #expect(throws: Refusal(.noteForm, "")) { try SignedNote(parsing: note) }
  }

  private func verified(_ note: [UInt8]) throws -> [UInt8] {
    try SignedNote(parsing: note).verified(name: Self.name, key: Self.key.verifyingKey)
  }
}
