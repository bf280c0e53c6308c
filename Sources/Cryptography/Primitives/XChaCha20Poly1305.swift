import CSodium

/// Authenticated encryption with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03).
///
/// Keys have 32 bytes. Nonces have 24, so random ones never collide in practice; the same nonce
/// must not serve twice under one key.
public enum XChaCha20Poly1305 {
  public static let keyBytes = 32
  public static let nonceBytes = 24
  public static let tagBytes = 16

  /// Encrypts; the result is `plaintext.count` bytes followed by the 16-byte tag.
  public static func seal(
    _ plaintext: [UInt8], associated: [UInt8] = [], nonce: [UInt8], key: borrowing SecretBytes
  ) -> [UInt8] {
    unsafe plaintext.withUnsafeBufferPointer { plaintext in
      unsafe seal(plaintext, associated: associated, nonce: nonce, key: key)
    }
  }

  /// Encrypts a secret; the result is its bytes encrypted, followed by the 16-byte tag.
  public static func seal(
    _ secret: borrowing SecretBytes, associated: [UInt8] = [], nonce: [UInt8],
    key: borrowing SecretBytes
  ) -> [UInt8] {
    let count = secret.count
    return unsafe secret.withPointer { secret in
      let plaintext = unsafe UnsafeBufferPointer(start: secret, count: count)
      return unsafe seal(plaintext, associated: associated, nonce: nonce, key: key)
    }
  }

  /// Decrypts ciphertext followed by tag; nil where it doesn't authenticate.
  public static func open(
    _ sealed: [UInt8], associated: [UInt8] = [], nonce: [UInt8], key: borrowing SecretBytes
  ) -> [UInt8]? {
    check(nonce, key)
    guard sealed.count >= tagBytes else { return nil }
    var plaintext = [UInt8](repeating: 0, count: sealed.count - tagBytes)
    let result = unsafe key.withPointer { key in
      unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
        &plaintext, nil, nil, sealed, UInt64(sealed.count), associated,
        UInt64(associated.count), nonce, key)
    }
    return result == 0 ? plaintext : nil
  }

  /// Decrypts ciphertext followed by tag into a secret; nil where it doesn't authenticate.
  public static func openSecret(
    _ sealed: [UInt8], associated: [UInt8] = [], nonce: [UInt8], key: borrowing SecretBytes
  ) -> SecretBytes? {
    check(nonce, key)
    guard sealed.count >= tagBytes else { return nil }
    var plaintext = SecretBytes(count: sealed.count - tagBytes)
    let result = unsafe key.withPointer { key in
      unsafe plaintext.withMutablePointer { plaintext in
        unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
          plaintext, nil, nil, sealed, UInt64(sealed.count), associated,
          UInt64(associated.count), nonce, key)
      }
    }
    guard result == 0 else { return nil }
    return plaintext
  }

  private static func seal(
    _ plaintext: UnsafeBufferPointer<UInt8>, associated: [UInt8], nonce: [UInt8],
    key: borrowing SecretBytes
  ) -> [UInt8] {
    check(nonce, key)
    var sealed = [UInt8](repeating: 0, count: plaintext.count + tagBytes)
    unsafe key.withPointer { key in
      _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
        &sealed, nil, plaintext.baseAddress, UInt64(plaintext.count), associated,
        UInt64(associated.count), nil, nonce, key)
    }
    return sealed
  }

  private static func check(_ nonce: [UInt8], _ key: borrowing SecretBytes) {
    Sodium.start()
    precondition(nonce.count == nonceBytes, "a nonce has 24 bytes")
    precondition(key.count == keyBytes, "a key has 32 bytes")
  }
}
