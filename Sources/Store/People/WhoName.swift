import Cryptography
import Vocabulary

/// The names of slot and grant files: a person is found by name without the name being stored.
///
/// Who has the disk can test a guess at a name, since the salt lies beside the slots.
public enum WhoName {
  /// The custodian's, the same in every room.
  public static let custodian = "custodian"
  /// Bytes of the salt in `people/salt`.
  public static let saltBytes = 16

  /// The first 32 hexadecimal digits of HMAC-SHA-256(salt, name), the name as UTF-8.
  public static func of(_ name: String, salt: [UInt8]) -> String {
    String(HMACSHA256.code(for: Array(name.utf8), key: salt).hex.prefix(32))
  }
}
