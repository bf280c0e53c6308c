/// A JSON Pointer (RFC 6901): a way from a document's root to one value.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The names and indices on the way, unescaped.
  public let tokens: [String]
  /// The pointer as it was written.
  public let text: String
  let steps: [Step]

  /// A token in the two forms that a search needs.
  struct Step: Hashable, Sendable {
    let name: [UInt8]
    /// Nil where the token is no array index: leading zeros, `-`, not a number.
    let index: Int?
  }

  /// The pointer to a whole document.
  public static let whole = JSONPointer()

  private init() { (tokens, text, steps) = ([], "", []) }

  /// Reads `""` or `/a/b~1c/0`. Throws `JSONFault` (value) with the place in the text otherwise.
  public init(_ text: String) throws(JSONFault) {
    self.text = text
    var tokens: [String] = []
    if !text.isEmpty {
      guard text.utf8.first == 0x2F else {
        throw JSONFault(
          .value, offset: 0, pointer: "", expected: "a JSON Pointer: empty, or beginning with /")
      }
      for part in text.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false) {
        tokens.append(try Self.unescaped(Array(part)))
      }
    }
    self.tokens = tokens
    self.steps = tokens.map { Step(name: Array($0.utf8), index: Self.index($0)) }
  }

  public var description: String { text }

  public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
    left.steps == right.steps
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(steps) }

  private static func unescaped(_ part: [UInt8]) throws(JSONFault) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < part.count {
      if part[index] == 0x7E {
        switch index + 1 < part.count ? part[index + 1] : 0 {
        case 0x30: result.append(0x7E)
        case 0x31: result.append(0x2F)
        default:
          throw JSONFault(
            .value, offset: 0, pointer: "", expected: "~0 or ~1 after each ~ of a JSON Pointer")
        }
        index += 2
      } else {
        result.append(part[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func index(_ token: String) -> Int? {
    let digits = token.utf8
    guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.count == 1 || digits.first != 0x30
    else { return nil }
    return Int(token)
  }

  /// `/name` for a message: escaped as a pointer, and safe on a terminal.
  static func shown(_ wtf8: [UInt8]) -> String {
    var text = "/"
    for number in StringContent.scalars(wtf8).prefix(200) {
      guard let scalar = Unicode.Scalar(number) else {
        text += "\\u{" + String(number, radix: 16) + "}"
        continue
      }
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text += isPlain(scalar) ? String(scalar) : "\\u{" + String(number, radix: 16) + "}"
      }
    }
    return text
  }

  /// False for control characters, direction marks and the like, which could disguise a message.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    default: true
    }
  }
}
