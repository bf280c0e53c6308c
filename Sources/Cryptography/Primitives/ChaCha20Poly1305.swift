import CSodium

/// Authenticated encryption with ChaCha20-Poly1305 (RFC 8439), as age uses it.
///
/// Its nonces of 12 bytes are too short to be random: every key here serves one file or stanza.
enum ChaCha20Poly1305 {
  static let keyBytes = 32
  static let nonceBytes = 12
  static let tagBytes = 16

  /// Encrypts a secret; the result is its bytes encrypted, followed by the 16-byte tag.
  static func seal(
    _ secret: borrowing SecretBytes, associated: [UInt8] = [], nonce: [UInt8],
    key: borrowing SecretBytes
  ) -> [UInt8] {
    check(nonce, key)
    let count = secret.count
    var sealed = [UInt8](repeating: 0, count: count + tagBytes)
    unsafe key.withPointer { key in
      unsafe secret.withPointer { secret in
        _ = unsafe crypto_aead_chacha20poly1305_ietf_encrypt(
          &sealed, nil, secret, UInt64(count), associated, UInt64(associated.count), nil, nonce,
          key)
      }
    }
    return sealed
  }

  /// Decrypts ciphertext followed by tag; nil where it doesn't authenticate.
  static func open(
    _ sealed: [UInt8], associated: [UInt8] = [], nonce: [UInt8], key: borrowing SecretBytes
  ) -> SecretBytes? {
    check(nonce, key)
    guard sealed.count >= tagBytes else { return nil }
    var plaintext = SecretBytes(count: sealed.count - tagBytes)
    let result = unsafe key.withPointer { key in
      unsafe plaintext.withMutablePointer { plaintext in
        unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
          plaintext, nil, nil, sealed, UInt64(sealed.count), associated,
          UInt64(associated.count), nonce, key)
      }
    }
    guard result == 0 else { return nil }
    return plaintext
  }

  /// Encrypts a piece of a stream to the start of `sealed`; returns how many bytes that took.
  static func seal(
    piece: ArraySlice<UInt8>, into sealed: inout [UInt8], nonce: [UInt8],
    key: borrowing SecretBytes
  ) -> Int {
    check(nonce, key)
    precondition(sealed.count >= piece.count + tagBytes, "piece and tag fit")
    return unsafe key.withPointer { key in
      unsafe piece.withUnsafeBufferPointer { piece in
        _ = unsafe crypto_aead_chacha20poly1305_ietf_encrypt(
          &sealed, nil, piece.baseAddress, UInt64(piece.count), nil, 0, nil, nonce, key)
        return piece.count + tagBytes
      }
    }
  }

  /// Decrypts a piece of a stream to the start of `plaintext`; returns how many bytes that gave,
  /// or nil where it doesn't authenticate.
  static func open(
    piece: ArraySlice<UInt8>, into plaintext: inout [UInt8], nonce: [UInt8],
    key: borrowing SecretBytes
  ) -> Int? {
    check(nonce, key)
    guard piece.count >= tagBytes else { return nil }
    precondition(plaintext.count >= piece.count - tagBytes, "the piece fits")
    return unsafe key.withPointer { key in
      unsafe piece.withUnsafeBufferPointer { piece in
        guard let start = piece.baseAddress else { return nil }
        let result = unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
          &plaintext, nil, nil, start, UInt64(piece.count), nil, 0, nonce, key)
        return result == 0 ? piece.count - tagBytes : nil
      }
    }
  }

  private static func check(_ nonce: [UInt8], _ key: borrowing SecretBytes) {
    Sodium.start()
    precondition(nonce.count == nonceBytes, "a nonce has 12 bytes")
    precondition(key.count == keyBytes, "a key has 32 bytes")
  }
}
