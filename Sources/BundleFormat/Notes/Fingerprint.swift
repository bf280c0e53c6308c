import Cryptography
public import Vocabulary

/// What two people compare on the telephone: the SHA-256 of a card's or a trust file's bytes, the
/// same as `sha256sum FILE` prints (formats.md, section 4).
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The hash itself.
  public let digest: Digest

  /// The fingerprint of a file with these bytes.
  public init(of file: [UInt8]) {
    digest = SHA256.hash(file)
  }

  /// Reads what a person typed: 64 hexadecimal digits, capitals allowed, with spaces and hyphens
  /// wherever they like. Throws `fingerprint`, saying how many digits there were.
  public init(typed text: String) throws(Refusal) {
    let digits = text.lowercased().filter { $0 != " " && $0 != "-" }
    guard let digest = Digest(hex: digits) else {
      throw Refusal(
        .fingerprint,
        "a fingerprint is 64 digits from 0 to 9 and a to f; this one has \(digits.count) characters"
      )
    }
    self.digest = digest
  }

  /// The 64 digits in a row, as programs print them.
  public var hex: String { digest.hex }

  /// In groups of four, as it is read out.
  public var description: String {
    let digits = Array(hex.utf8)
    let groups = stride(from: 0, to: digits.count, by: 4).map {
      String(decoding: digits[$0..<($0 + 4)], as: UTF8.self)
    }
    return groups.joined(separator: " ")
  }
}
