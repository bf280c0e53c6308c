public import Vocabulary

/// SHA-256 (FIPS 180-4) of bytes that are at hand.
public enum SHA256 {
  /// The hash of all bytes.
  public static func hash(_ bytes: [UInt8]) -> Digest { hash(bytes[...]) }

  /// The hash of a slice, without copying it.
  public static func hash(_ bytes: ArraySlice<UInt8>) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finish()
  }
}
