import Cryptography

/// How a person signs an act (formats.md, section 8): Ed25519 over DSSE's pre-authentication
/// encoding of the body.
enum ActSignature {
  static let type = "application/vnd.airlock.act.v1+json"

  static func holds(_ signature: [UInt8], body: [UInt8], key: VerifyingKey) -> Bool {
    key.verifies(signature, of: DSSE.preAuthentication(type: type, body: body))
  }
}
