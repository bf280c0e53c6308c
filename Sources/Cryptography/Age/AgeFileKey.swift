/// The one secret of an age file, from which the header's and the payload's keys come.
enum AgeFileKey {
  static let bytes = 16
  /// The file key and its tag.
  static let wrappedBytes = bytes + ChaCha20Poly1305.tagBytes
  /// Fixed, since every wrap key encrypts one file key only (age v1).
  static let wrapNonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceBytes)
}
