import CSodium
public import Vocabulary

/// HMAC-SHA-256 (RFC 2104).
public enum HMACSHA256 {
  /// The code for `message` under a key of any length.
  public static func code(for message: [UInt8], key: [UInt8]) -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.length)
    unsafe compute([message], key: key, keyCount: key.count, into: &bytes)
    return Digest(unchecked: bytes)
  }

  /// The code for `message` under a secret key of any length.
  public static func code(for message: [UInt8], key: borrowing SecretBytes) -> Digest {
    Digest(unchecked: secretCode(for: [message], key: key).revealed())
  }

  /// The code for all parts in a row, itself a secret: keys are derived from it.
  static func secretCode(for parts: [[UInt8]], key: borrowing SecretBytes) -> SecretBytes {
    var code = SecretBytes(count: Digest.length)
    let count = key.count
    unsafe key.withPointer { key in
      unsafe code.withMutablePointer { code in
        unsafe compute(parts, key: key, keyCount: count, into: code)
      }
    }
    return code
  }

  private static func compute(
    _ parts: [[UInt8]], key: UnsafePointer<UInt8>, keyCount: Int,
    into code: UnsafeMutablePointer<UInt8>
  ) {
    Sodium.start()
    var state = crypto_auth_hmacsha256_state()
    // The state holds what the key was made into.
    defer { unsafe sodium_memzero(&state, MemoryLayout.size(ofValue: state)) }
    unsafe crypto_auth_hmacsha256_init(&state, key, keyCount)
    for part in parts {
      unsafe crypto_auth_hmacsha256_update(&state, part, UInt64(part.count))
    }
    unsafe crypto_auth_hmacsha256_final(&state, code)
  }
}
