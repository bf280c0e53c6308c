import CSodium

/// BLAKE2b-256 (RFC 7693) with a key: derives the keys of a store's files.
public enum BLAKE2b {
  /// 32 bytes that depend on the key, 16 to 64 bytes long, and on `message`.
  public static func keyed(_ key: borrowing SecretBytes, _ message: [UInt8]) -> SecretBytes {
    let allowed = Int(crypto_generichash_KEYBYTES_MIN)...Int(crypto_generichash_KEYBYTES_MAX)
    precondition(allowed.contains(key.count), "a BLAKE2b key has 16 to 64 bytes")
    var hash = SecretBytes(count: 32)
    let keyCount = key.count
    unsafe key.withPointer { key in
      unsafe hash.withMutablePointer { hash in
        _ = unsafe crypto_generichash(hash, 32, message, UInt64(message.count), key, keyCount)
      }
    }
    return hash
  }
}
