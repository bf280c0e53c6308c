public import Vocabulary

/// The short code that a person notes down for a sitting: the first 50 bits of a SHA-256, as ten
/// characters of Crockford's base 32 in two groups.
public struct ReceiptCode: Hashable, Sendable, CustomStringConvertible {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 10

  /// The code as it is shown, `7K2QD-9WXE4`.
  public let description: String

  /// The code of a receipt text's hash.
  public init(_ hash: Digest) {
    var bits = hash.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var characters: [Character] = []
    for _ in 0..<Self.length {
      characters.append(Self.alphabet[Int(bits >> 59)])
      bits <<= 5
    }
    description = String(characters.prefix(5)) + "-" + String(characters.suffix(5))
  }

  /// A code as somebody typed it: case, hyphens and spaces don't count, O is 0, I and L are 1.
  public init?(typed: String) {
    var characters: [Character] = []
    for character in typed.uppercased() where character != "-" && character != " " {
      let meant: Character =
        switch character {
        case "O": "0"
        case "I", "L": "1"
        default: character
        }
      guard Self.alphabet.contains(meant) else { return nil }
      characters.append(meant)
    }
    guard characters.count == Self.length else { return nil }
    description = String(characters.prefix(5)) + "-" + String(characters.suffix(5))
  }
}
