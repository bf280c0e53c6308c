import CSodium

/// An Ed25519 secret key (RFC 8032). A class, so that several holders share one secret.
public final class SigningKey: Sendable {
  /// Bytes of the seed that a key is made from.
  public static let seedLength = 32

  /// The public key that checks this key's signatures.
  public let verifyingKey: VerifyingKey
  /// Seed and public key in a row, as libsodium wants them.
  private let secret: SecretBytes

  /// The key of a 32-byte seed.
  public init(seed: consuming SecretBytes) {
    precondition(seed.count == Self.seedLength, "an Ed25519 seed has 32 bytes")
    var secret = SecretBytes(count: 2 * Self.seedLength)
    var publicKey = [UInt8](repeating: 0, count: VerifyingKey.length)
    unsafe seed.withPointer { seed in
      unsafe secret.withMutablePointer { secret in
        _ = unsafe crypto_sign_ed25519_seed_keypair(&publicKey, secret, seed)
      }
    }
    verifyingKey = VerifyingKey(unchecked: publicKey)
    self.secret = secret
  }

  /// A fresh key from the system's source of randomness.
  public static func generate() -> SigningKey {
    SigningKey(seed: SecretBytes.random(count: seedLength))
  }

  /// The 64-byte signature over `message`; the same each time.
  public func signature(of message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: VerifyingKey.signatureLength)
    unsafe secret.withPointer { secret in
      _ = unsafe crypto_sign_ed25519_detached(
        &signature, nil, message, UInt64(message.count), secret)
    }
    return signature
  }

  /// Lends the 32-byte seed, for sealing it; it must not be kept past `body`.
  public func withSeed<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try secret.withBytes { bytes throws(Failure) in
      try body(bytes.extracting(first: Self.seedLength))
    }
  }

  /// A copy of the 32-byte seed.
  public func seed() -> SecretBytes {
    secret.prefix(Self.seedLength)
  }
}
