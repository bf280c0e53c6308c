import Vocabulary

/// HKDF with SHA-256 (RFC 5869), built on HMAC since libsodium 1.0.18 has none.
public enum HKDF {
  /// The most bytes that one derivation may give (RFC 5869, section 2.3).
  static let maxCount = 255 * Digest.length

  /// Derives `count` bytes, at most 8,160, for the use that `info` names.
  ///
  /// An empty salt is the same as 32 zeros (RFC 5869, section 2.2).
  public static func sha256(
    _ key: borrowing SecretBytes, salt: [UInt8] = [], info: String, count: Int = 32
  ) -> SecretBytes {
    sha256(key, salt: salt, info: Array(info.utf8), count: count)
  }

  static func sha256(
    _ key: borrowing SecretBytes, salt: [UInt8], info: [UInt8], count: Int
  ) -> SecretBytes {
    precondition((0...maxCount).contains(count), "HKDF gives at most \(maxCount) bytes")
    let extracted = extract(key, salt: salt)
    return expand(extracted, info: info, count: count)
  }

  /// HKDF-Extract: HMAC with the salt as key and the secret as message.
  private static func extract(_ key: borrowing SecretBytes, salt: [UInt8]) -> SecretBytes {
    HMACSHA256.secretCode(key: SecretBytes(copying: salt)) { $0.add(key) }
  }

  /// HKDF-Expand: T(i) = HMAC(extracted, T(i − 1) ‖ info ‖ i).
  private static func expand(
    _ extracted: borrowing SecretBytes, info: [UInt8], count: Int
  ) -> SecretBytes {
    var output = SecretBytes(count: count)
    var block = SecretBytes(count: 0)
    for (index, start) in stride(from: 0, to: count, by: Digest.length).enumerated() {
      block = HMACSHA256.secretCode(key: extracted) { message in
        message.add(block)
        message.add(info)
        message.add([UInt8(index + 1)])
      }
      output.replace(from: start, with: block)
    }
    return output
  }
}
