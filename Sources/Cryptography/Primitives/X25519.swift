import CSodium

/// The function X25519 (RFC 7748, section 5).
enum X25519 {
  static let bytes = 32

  /// The public point of a 32-byte secret.
  static func point(of secret: borrowing SecretBytes) -> [UInt8] {
    precondition(secret.count == bytes, "a secret has 32 bytes")
    var point = [UInt8](repeating: 0, count: bytes)
    unsafe secret.withPointer { secret in
      _ = unsafe crypto_scalarmult_curve25519_base(&point, secret)
    }
    return point
  }

  /// What both sides share; nil where it is all zeros, which a point of small order brings about
  /// whatever the secret is.
  static func shared(secret: borrowing SecretBytes, point: [UInt8]) -> SecretBytes? {
    precondition(secret.count == bytes && point.count == bytes, "both have 32 bytes")
    var shared = SecretBytes(count: bytes)
    let result = unsafe secret.withPointer { secret in
      unsafe shared.withMutablePointer { shared in
        unsafe crypto_scalarmult_curve25519(shared, secret, point)
      }
    }
    guard result == 0, !shared.equals(SecretBytes(count: bytes)) else { return nil }
    return shared
  }
}
