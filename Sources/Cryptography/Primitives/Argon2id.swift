import CSodium
public import Vocabulary

/// Keys from passphrases by Argon2id (RFC 9106), version 1.3, one lane.
public enum Argon2id {
  /// Bytes of a salt.
  public static let saltBytes = 16

  /// A 32-byte key of the passphrase; `salt` has 16 bytes.
  ///
  /// Throws `key-cost` for a salt or cost that Argon2id can't take, or when the machine has no
  /// memory of that size left.
  public static func key(
    passphrase: borrowing SecretBytes, salt: [UInt8], cost: Argon2Cost
  ) throws(Refusal) -> SecretBytes {
    guard salt.count == saltBytes else {
      throw Refusal("key-cost", "a salt of \(salt.count) bytes, where 16 are needed")
    }
    var key = SecretBytes(count: 32)
    let count = passphrase.count
    let result = unsafe passphrase.withPointer { passphrase in
      unsafe key.withMutablePointer { key in
        unsafe passphrase.withMemoryRebound(to: CChar.self, capacity: count) { passphrase in
          unsafe crypto_pwhash(
            key, 32, passphrase, UInt64(count), salt, UInt64(max(0, cost.passes)),
            max(0, cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13)
        }
      }
    }
    guard result == 0 else {
      throw Refusal(
        "key-cost",
        "no key could be made with \(cost.memoryBytes) bytes of memory and \(cost.passes) passes")
    }
    return key
  }
}
