/// Formulas, taken out of Markdown before it is parsed and put back afterwards.
///
/// Markdown would eat their backslashes and read their stars and underscores as emphasis. Each
/// formula is replaced by two private-use characters around its number. A wrong guess costs
/// nothing but the face in which it is shown: what is put back is the exact source.
struct MathSpans {
  /// A part of a text node.
  enum Piece: Equatable {
    case text(String)
    case math(String)
  }

  private static let open: Unicode.Scalar = "\u{F8FE}"
  private static let close: Unicode.Scalar = "\u{F8FF}"
  private(set) var sources: [String] = []

  /// Replaces `$…$`, `$$…$$`, `\(…\)` and `\[…\]`; nothing where the text itself holds one of the
  /// two characters.
  mutating func takeOut(of text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }),
      !Self.holdsMarks(text)
    else { return text }
    var scanner = MathScanner(text)
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    while let piece = scanner.next() {
      switch piece {
      case .text(let bytes): result += bytes
      case .math(let bytes):
        result += Array("\(Self.open)\(sources.count)\(Self.close)".utf8)
        sources.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    return result
  }

  /// The text with every formula's source in its place again.
  func putBack(_ text: String) -> String {
    pieces(of: text).reduce(into: "") { result, piece in
      switch piece {
      case .text(let text), .math(let text): result += text
      }
    }
  }

  /// The text cut at its formulas.
  func pieces(of text: String) -> [Piece] {
    guard !sources.isEmpty else { return [.text(text)] }
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: Self.open),
      let end = rest[start...].firstIndex(of: Self.close)
    {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      let number = Int(String(rest[rest.index(after: start)..<end]))
      if let number, sources.indices.contains(number) { pieces.append(.math(sources[number])) }
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty || pieces.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// U+F8FE and U+F8FF are EF A3 BE and EF A3 BF.
  private static func holdsMarks(_ text: [UInt8]) -> Bool {
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text {
      if previous == (0xEF, 0xA3), byte >= 0xBE { return true }
      previous = (previous.1, byte)
    }
    return false
  }
}
