/// Encrypts or decrypts the chunks of an age payload in their order (age v1, "Payload").
///
/// A chunk's nonce is its number and whether it is the last: chunks can't be moved, dropped or
/// cut off unseen.
struct AgeChunkCipher: ~Copyable {
  /// Plaintext of every chunk but the last.
  static let chunkBytes = 64 << 10
  static let sealedChunkBytes = chunkBytes + ChaCha20Poly1305.tagBytes
  static let nonceBytes = 16

  private let key: SecretBytes
  /// The number of the next chunk.
  private(set) var number: UInt64 = 0

  init(fileKey: borrowing SecretBytes, nonce: [UInt8]) {
    key = HKDF.sha256(fileKey, salt: nonce, info: "payload")
  }

  /// Encrypts the next chunk to the start of `sealed`; returns how many bytes that took.
  mutating func seal(_ chunk: ArraySlice<UInt8>, isLast: Bool, into sealed: inout [UInt8]) -> Int {
    let nonce = nonce(isLast: isLast)
    number += 1
    return ChaCha20Poly1305.seal(piece: chunk, into: &sealed, nonce: nonce, key: key)
  }

  /// Decrypts the next chunk to the start of `plaintext`; nil where it isn't that chunk. Only
  /// then the same number may be tried again.
  mutating func open(
    _ sealed: ArraySlice<UInt8>, isLast: Bool, into plaintext: inout [UInt8]
  ) -> Int? {
    let count = ChaCha20Poly1305.open(
      piece: sealed, into: &plaintext, nonce: nonce(isLast: isLast), key: key)
    if count != nil { number += 1 }
    return count
  }

  /// 11 bytes of number, big-endian, and one that is 1 in the last chunk.
  private func nonce(isLast: Bool) -> [UInt8] {
    let digits = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    return [0, 0, 0] + digits + [isLast ? 1 : 0]
  }
}
