import Cryptography

/// A DSSE envelope.
func fuzzDSSE(_ input: [UInt8]) throws {
  let envelope = try DSSEEnvelope(parsing: input)
  _ = try? envelope.verified(type: envelope.payloadType, by: [Keys.signing.verifyingKey])
  let encoded = envelope.encoded
  let again = mustParse("an envelope that we wrote is one") {
    try DSSEEnvelope(parsing: encoded)
  }
  expect(again == envelope, "an envelope that we wrote says the same")
  expect(again?.encoded == encoded, "and is written the same")
}
