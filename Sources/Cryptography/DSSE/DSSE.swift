/// Dead Simple Signing Envelope, version 1.0.2: what is signed.
public enum DSSE {
  /// The bytes that a signature is over: `DSSEv1`, then type and body with their lengths.
  public static func preAuthentication(type: String, body: [UInt8]) -> [UInt8] {
    let type = Array(type.utf8)
    return Array("DSSEv1 \(type.count) ".utf8) + type + Array(" \(body.count) ".utf8) + body
  }
}
