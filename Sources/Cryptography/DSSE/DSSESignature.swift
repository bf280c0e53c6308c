/// One signature of an envelope, not verified.
public struct DSSESignature: Hashable, Sendable {
  /// A hint at which key it was, not to be trusted: in what we write the key's id in hex.
  public let keyID: String
  /// What the key made of the pre-authentication encoding.
  public let signature: [UInt8]
}
