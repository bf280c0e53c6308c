import CSodium
public import Vocabulary

/// HMAC-SHA-256 (RFC 2104).
public enum HMACSHA256 {
  /// The code for `message` under a key of any length.
  public static func code(for message: [UInt8], key: [UInt8]) -> Digest {
    code(for: message, key: SecretBytes(copying: key))
  }

  /// The code for `message` under a secret key of any length.
  public static func code(for message: [UInt8], key: borrowing SecretBytes) -> Digest {
    Digest(unchecked: secretCode(key: key) { $0.add(message) }.revealed())
  }

  /// The code for what `write` adds, itself a secret: keys are derived from it.
  static func secretCode(
    key: borrowing SecretBytes, _ write: (inout Message) -> Void
  ) -> SecretBytes {
    var message = Message()
    // The state holds what the key was made into.
    defer { unsafe sodium_memzero(&message.state, MemoryLayout.size(ofValue: message.state)) }
    let count = key.count
    unsafe key.withPointer { _ = unsafe crypto_auth_hmacsha256_init(&message.state, $0, count) }
    write(&message)
    var code = SecretBytes(count: Digest.length)
    unsafe code.withMutablePointer { _ = unsafe crypto_auth_hmacsha256_final(&message.state, $0) }
    return code
  }

  /// Takes in what is authenticated, piece by piece.
  struct Message {
    fileprivate var state = crypto_auth_hmacsha256_state()

    fileprivate init() { Sodium.start() }

    mutating func add(_ bytes: [UInt8]) {
      unsafe crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
    }

    mutating func add(_ secret: borrowing SecretBytes) {
      let count = UInt64(secret.count)
      unsafe secret.withPointer { _ = unsafe crypto_auth_hmacsha256_update(&state, $0, count) }
    }
  }
}
