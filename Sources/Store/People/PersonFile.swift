import Cryptography
import Vocabulary

/// A small file of one person's own, sealed under a key that only their passphrase opens.
///
/// `airlock person/1`, a LF, a nonce of 24 bytes, then XChaCha20-Poly1305 over the content padded
/// with zeros to 4,096 bytes, so that its size says nothing. Associated data: the first line and
/// the purpose.
public enum PersonFile {
  private static let magic = Array("airlock person/1\n".utf8)
  /// Longest content, in bytes: its length stands in the two bytes before it.
  public static let limit = 4_094
  private static let padded = 4_096

  /// Writes content of at most `limit` bytes in place of what was there.
  public static func write(
    _ content: [UInt8], to path: String, keys: PersonKeys, purpose: String
  ) throws {
    guard content.count <= limit else {
      throw Refusal("limit", "a person's \(purpose) may have \(limit) bytes at most")
    }
    var plain = [UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
    plain += [UInt8](repeating: 0, count: padded - plain.count)
    let nonce = SystemRandom.bytes(XChaCha20Poly1305.nonceBytes)
    let sealed = XChaCha20Poly1305.seal(
      plain, associated: magic + Array(purpose.utf8), nonce: nonce,
      key: keys.fileKey(purpose: purpose))
    try PrivateFile.write(magic + nonce + sealed, to: path, replace: true)
  }

  /// The content; nil where there is no such file. Throws `Refusal` (`person-file`) for one that
  /// this person did not write.
  public static func read(
    _ path: String, keys: PersonKeys, purpose: String
  ) throws -> [UInt8]? {
    guard PrivateFile.exists(path) else { return nil }
    let size = magic.count + XChaCha20Poly1305.nonceBytes + padded + XChaCha20Poly1305.tagBytes
    let bytes = try PrivateFile.read(path, limit: size)
    let start = magic.count + XChaCha20Poly1305.nonceBytes
    guard bytes.count == size, bytes.starts(with: magic),
      let plain = XChaCha20Poly1305.open(
        Array(bytes[start...]), associated: magic + Array(purpose.utf8),
        nonce: Array(bytes[magic.count..<start]), key: keys.fileKey(purpose: purpose))
    else { throw Refusal("person-file", "a person's \(purpose) file was changed by somebody else") }
    let count = Int(plain[0]) << 8 | Int(plain[1])
    guard count <= limit else { throw Refusal("person-file", "a length is out of bounds") }
    return Array(plain[2..<(2 + count)])
  }
}
