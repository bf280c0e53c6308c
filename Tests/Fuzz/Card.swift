import BundleFormat
import Cryptography

/// A room's card: as it is, and as a text that names our key and is signed by it.
func fuzzCard(_ input: [UInt8]) throws {
  check(input)
  guard let text = String(validating: input, as: UTF8.self), text.utf8.last == 0x0A else { return }
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if lines.count == 5 { lines[3] = Keys.signing.verifyingKey.hex }
  let ours = lines.joined(separator: "\n")
  check(SignedNote.signed(text: ours, name: ChannelName.cardKey, by: Keys.signing))
}

private func check(_ bytes: [UInt8]) {
  guard let card = try? RoomCard(verifying: bytes) else { return }
  guard let note = mustParse("a card is a note", { try SignedNote(parsing: bytes) }) else { return }
  expect(Array(card.encodedText.utf8) == note.text, "a card has one spelling")
  _ = try? RoomCard(verifying: bytes, after: card)
}
