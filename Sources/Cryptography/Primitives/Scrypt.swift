import CSodium

/// Keys from passphrases by scrypt (RFC 7914) with r = 8 and p = 1, as age uses it.
enum Scrypt {
  /// A 32-byte key at 2^`workFactor` rounds, which take 2^(`workFactor` + 10) bytes of memory;
  /// nil where the machine has not that much left.
  static func key(
    passphrase: borrowing SecretBytes, salt: [UInt8], workFactor: Int
  ) -> SecretBytes? {
    guard (1..<63).contains(workFactor) else { return nil }
    var key = SecretBytes(count: 32)
    let count = passphrase.count
    let result = unsafe passphrase.withPointer { passphrase in
      unsafe key.withMutablePointer { key in
        unsafe crypto_pwhash_scryptsalsa208sha256_ll(
          passphrase, count, salt, salt.count, 1 << UInt64(workFactor), 8, 1, key, 32)
      }
    }
    guard result == 0 else { return nil }
    return key
  }
}
