import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct ResultsNoteTests {
  private let key = SigningKey.generate()
  private let note = ResultsNote(
    channel: Crafted.project, epoch: EpochID(unchecked: [UInt8](repeating: 7, count: 8)),
    sequence: 12, archive: SHA256.hash([1]), previous: .zero)

  private func parse(_ text: String) throws -> ResultsNote {
    try ResultsNote(parsing: Array(text.utf8))
  }

  private func expectForm(_ text: String) {
    #expect(throws: Refusal("note-form", "")) { try parse(text) }
  }

  @Test func whatIsSignedIsReadBack() throws {
    #expect(try parse(note.encodedText) == note)
    let bytes = note.signed(by: key)
    let channel = note.channel
    #expect(try ResultsNote(verifying: bytes, channel: channel, key: key.verifyingKey) == note)
  }

  @Test func otherLines() {
    let text = note.encodedText
    expectForm(text + "extra\n")
    expectForm(String(text.dropLast()))
    expectForm("\n" + text)
    expectForm(text.replacing("results/1", with: "results/2"))
    expectForm(text.replacing("\n", with: "\r\n"))
    expectForm("")
    for number in ["0", "-1", "+12", "012", " 12", "12 ", "1e1", "9007199254740992", "", "١٢"] {
      expectForm(text.replacing("\n12\n", with: "\n\(number)\n"))
    }
    expectForm(text.replacing(note.archive.hex, with: note.archive.hex.uppercased()))
    expectForm(text.replacing(note.channel.hex, with: note.channel.hex + "00"))
  }

  @Test func aNoteAboutAnotherChannel() {
    // Signed under this channel's name, so that only the line tells.
    let name = ChannelName.noteKey(Crafted.room)
    let bytes = SignedNote.signed(text: note.encodedText, name: name, by: key)
    #expect(throws: Refusal("note-channel", "")) {
      try ResultsNote(verifying: bytes, channel: Crafted.room, key: key.verifyingKey)
    }
  }

  @Test func aNoteOfAnotherChannelUnderThisOnesName() {
    #expect(throws: Refusal("note-signature", "")) {
      try ResultsNote(
        verifying: note.signed(by: key), channel: Crafted.room, key: key.verifyingKey)
    }
  }

  @Test func aNoteByAnotherKey() {
    let other = SigningKey.generate()
    #expect(throws: Refusal("note-signature", "")) {
      try ResultsNote(
        verifying: note.signed(by: other), channel: note.channel, key: key.verifyingKey)
    }
  }

  @Test func aFlippedByteAnywhere() {
    let bytes = note.signed(by: key)
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      #expect(throws: Refusal.self) {
        try ResultsNote(verifying: other, channel: note.channel, key: key.verifyingKey)
      }
    }
  }
}
