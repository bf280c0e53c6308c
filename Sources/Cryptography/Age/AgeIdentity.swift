public import Vocabulary

/// What opens a file sealed to its recipient: an X25519 secret, written `AGE-SECRET-KEY-1…`.
public final class AgeIdentity: Sendable {
  /// Bytes of the secret.
  public static let secretBytes = X25519.bytes
  /// Lowercase, as the checksum wants it; the text is in capitals.
  private static let prefix = "age-secret-key-"

  /// To whom others seal what this identity opens.
  public let recipient: AgeRecipient
  private let secret: SecretBytes

  /// The identity of a 32-byte secret.
  public init(secret: consuming SecretBytes) {
    precondition(secret.count == Self.secretBytes, "an age identity has 32 bytes")
    recipient = AgeRecipient(point: X25519.point(of: secret))
    self.secret = secret
  }

  /// A fresh identity from the system's source of randomness.
  public static func generate() -> AgeIdentity {
    AgeIdentity(secret: SecretBytes.random(count: secretBytes))
  }

  /// Reads an identity from text that is no secret any more; throws `age-key` for another form.
  public convenience init(text: String) throws(Refusal) {
    try self.init(text: SecretBytes(copying: Array(text.utf8)))
  }

  /// Reads an identity; throws `age-key` for any other form, lowercase included.
  public convenience init(text: borrowing SecretBytes) throws(Refusal) {
    var lowercase = text.revealed()
    defer { lowercase.wipe() }
    // By index: a loop over the bytes themselves would keep a copy that nothing wipes.
    for index in lowercase.indices {
      switch lowercase[index] {
      case 0x41...0x5a: lowercase[index] |= 0x20
      // What age writes has no lowercase letter, so this is no identity.
      case 0x61...0x7a: lowercase[index] = 0
      default: break
      }
    }
    guard var bytes = Bech32.decoded(lowercase, prefix: Self.prefix),
      bytes.count == Self.secretBytes
    else {
      throw Refusal(.ageKey, "not an age identity: it should look like AGE-SECRET-KEY-1…")
    }
    self.init(secret: SecretBytes(wiping: &bytes))
  }

  /// The identity as age writes it.
  public func secretText() -> SecretBytes {
    var bytes = secret.revealed()
    defer { bytes.wipe() }
    var text = Bech32.encoded(bytes, prefix: Self.prefix)
    for index in text.indices where (0x61...0x7a).contains(text[index]) {
      text[index] &= ~0x20
    }
    return SecretBytes(wiping: &text)
  }

  /// What this identity and who made `share` have in common; nil for a share of small order.
  func shared(with share: [UInt8]) -> SecretBytes? {
    X25519.shared(secret: secret, point: share)
  }
}
