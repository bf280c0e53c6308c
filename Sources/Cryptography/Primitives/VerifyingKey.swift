import CSodium
public import Vocabulary

/// An Ed25519 public key (RFC 8032).
public struct VerifyingKey: Hashable, Sendable, CustomStringConvertible {
  static let length = 32
  static let signatureLength = 64

  /// The key's 32 bytes.
  public let bytes: [UInt8]

  init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// Takes exactly 32 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = Array(bytes)
  }

  /// Reads exactly 64 lowercase hexadecimal digits; nil for anything else.
  public init?(hex: some StringProtocol) {
    guard let bytes = Hex.decoded(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// The key as 64 lowercase hexadecimal digits.
  public var hex: String { Hex.encoded(bytes) }

  /// The same as `hex`.
  public var description: String { hex }

  /// Whether `signature` (64 bytes, else false) is this key's over `message`.
  ///
  /// libsodium refuses keys and R of small order, and S that is not reduced.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureLength else { return false }
    Sodium.start()
    return unsafe crypto_sign_ed25519_verify_detached(
      signature, message, UInt64(message.count), bytes) == 0
  }

  /// The name of this key in TUF and DSSE: SHA-256 of the canonical key object
  /// (formats.md, section 1; TUF 1.0, section 4.2).
  public var keyID: Digest {
    SHA256.hash(
      Array(
        #"{"keytype":"ed25519","keyval":{"public":"\#(hex)"},"scheme":"ed25519"}"#.utf8))
  }
}
