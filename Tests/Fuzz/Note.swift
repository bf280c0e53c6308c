import BundleFormat
import Cryptography

/// A signed note, and the results note that may be its text.
func fuzzNote(_ input: [UInt8]) throws {
  if let note = try? SignedNote(parsing: input) {
    expect(note.text.last == 0x0A, "a note's text ends in LF")
    expect(input.starts(with: note.text), "a note begins with its text")
    _ = try? note.verified(name: "airlock/room", key: Keys.signing.verifyingKey)
    checkResults(note.text)
  }
  checkResults(input)
}

private func checkResults(_ text: [UInt8]) {
  guard let note = try? ResultsNote(parsing: text) else { return }
  expect(Array(note.encodedText.utf8) == text, "a results note has one spelling")
  let signed = note.signed(by: Keys.signing)
  let again = mustParse("a note that we signed verifies") {
    try ResultsNote(verifying: signed, channel: note.channel, key: Keys.signing.verifyingKey)
  }
  expect(again == note, "a signed note says the same")
}
