import Cryptography
import Store
import Vocabulary

/// A file of age identities, as `age-keygen` writes it: one a line, lines with # left out.
enum IdentityFile {
  private static let limit: Int64 = 64 << 10

  /// The identities, at least one.
  static func read(_ path: String) throws -> [AgeIdentity] {
    var bytes = try InputFile.read(path, limit: limit)
    defer { bytes.wipe() }
    var identities: [AgeIdentity] = []
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let text = line.last == 0x0D ? line.dropLast() : line
      guard !text.isEmpty else { continue }
      do {
        identities.append(try AgeIdentity(text: SecretBytes(copying: Array(text))))
      } catch {
        throw Failure(.badInput, "\(path): a line is no age identity (AGE-SECRET-KEY-1…)")
      }
    }
    guard !identities.isEmpty else { throw Failure(.badInput, "\(path): holds no age identity") }
    return identities
  }
}
