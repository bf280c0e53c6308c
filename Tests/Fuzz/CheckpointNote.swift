import Cryptography
import Vocabulary

/// A checkpoint: as it is, and as a text that the log's key has signed.
func fuzzCheckpoint(_ input: [UInt8]) throws {
  let origin = "airlock/log"
  let key = Keys.signing.verifyingKey
  _ = try? Checkpoint(verifying: input, origin: origin, key: key)
  guard let text = String(validating: input, as: UTF8.self), text.utf8.last == 0x0A else { return }
  let signed = SignedNote.signed(text: text, name: origin, by: Keys.signing)
  let checkpoint = try Checkpoint(verifying: signed, origin: origin, key: key)
  expect(checkpoint.signed(by: Keys.signing) == signed, "a checkpoint has one spelling")
}
