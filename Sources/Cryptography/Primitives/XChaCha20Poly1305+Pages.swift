import CSodium

/// Sealing where an allocation for each call would cost too much: the pages of a store.
///
/// Callers vouch for the addresses: `nonce` 24 bytes, `tag` 16, `source` and `destination` `count`
/// bytes each, either the same memory or apart; a key of 32 bytes.
extension XChaCha20Poly1305 {
  /// Encrypts `count` bytes and writes the tag beside them, without allocating.
  @unsafe public static func sealPage(
    from source: UnsafeRawPointer, to destination: UnsafeMutableRawPointer, count: Int,
    tag: UnsafeMutableRawPointer, nonce: UnsafeRawPointer,
    associated: UnsafeRawBufferPointer, key: borrowing SecretBytes
  ) {
    precondition(key.count == keyBytes, "a key has 32 bytes")
    Sodium.start()
    unsafe key.withPointer { key in
      _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
        destination.assumingMemoryBound(to: UInt8.self),
        tag.assumingMemoryBound(to: UInt8.self), nil,
        source.assumingMemoryBound(to: UInt8.self), UInt64(count),
        associated.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(associated.count),
        nil, nonce.assumingMemoryBound(to: UInt8.self), key)
    }
  }

  /// Decrypts `count` bytes without allocating; false, and zeros in `destination`, where they
  /// don't authenticate.
  @unsafe public static func openPage(
    from source: UnsafeRawPointer, to destination: UnsafeMutableRawPointer, count: Int,
    tag: UnsafeRawPointer, nonce: UnsafeRawPointer,
    associated: UnsafeRawBufferPointer, key: borrowing SecretBytes
  ) -> Bool {
    precondition(key.count == keyBytes, "a key has 32 bytes")
    Sodium.start()
    return unsafe key.withPointer { key in
      unsafe crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
        destination.assumingMemoryBound(to: UInt8.self), nil,
        source.assumingMemoryBound(to: UInt8.self), UInt64(count),
        tag.assumingMemoryBound(to: UInt8.self),
        associated.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(associated.count),
        nonce.assumingMemoryBound(to: UInt8.self), key) == 0
    }
  }
}
