import CSodium

/// SHA-512 (FIPS 180-4), which other TUF repositories name beside SHA-256.
public enum SHA512 {
  /// Bytes of a hash.
  public static let length = 64

  /// The hash of all bytes.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: length)
    _ = unsafe crypto_hash_sha512(&hash, bytes, UInt64(bytes.count))
    return hash
  }
}
