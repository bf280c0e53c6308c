/// Finds formulas in Markdown source, from its start to its end, in time that grows with its length.
///
/// Pandoc's rule for a single dollar sign: nothing blank after the first, nothing blank before the
/// last, no digit after it; so `$5 and $6` is money. No formula spans a blank line.
struct MathScanner {
  /// A run of source bytes.
  enum Piece {
    case text(ArraySlice<UInt8>)
    case math(ArraySlice<UInt8>)
  }

  private let text: [UInt8]
  private var place = 0
  private var dollars = NextOccurrence(of: "$$")
  private var round = NextOccurrence(of: "\\)")
  private var square = NextOccurrence(of: "\\]")
  private var blankLine = NextOccurrence(of: "\n\n")

  init(_ text: [UInt8]) { self.text = text }

  /// The next run; nil at the end.
  mutating func next() -> Piece? {
    guard place < text.count else { return nil }
    let start = place
    while place < text.count {
      if let end = formulaEnd(at: place) {
        if place > start { return .text(text[start..<place]) }
        place = end
        return .math(text[start..<end])
      }
      // An escaped character is no delimiter.
      let isEscape = byte(place) == UInt8(ascii: "\\") && !isDelimiter(place)
      place = min(place + (isEscape ? 2 : 1), text.count)
    }
    return .text(text[start..<place])
  }

  /// Where the formula that begins here ends; nil where none begins.
  private mutating func formulaEnd(at start: Int) -> Int? {
    let end: Int?
    switch (byte(start), byte(start + 1)) {
    case (UInt8(ascii: "$"), UInt8(ascii: "$")): end = dollars.end(in: text, from: start + 2)
    case (UInt8(ascii: "$"), let next): end = isBlank(next) ? nil : singleEnd(from: start + 1)
    case (UInt8(ascii: "\\"), UInt8(ascii: "(")): end = round.end(in: text, from: start + 2)
    case (UInt8(ascii: "\\"), UInt8(ascii: "[")): end = square.end(in: text, from: start + 2)
    default: return nil
    }
    guard let end else { return nil }
    let paragraph = blankLine.end(in: text, from: start) ?? Int.max
    return end < paragraph ? end : nil
  }

  /// The end at the next dollar sign that isn't escaped; one that can't end a formula means that
  /// none began.
  private func singleEnd(from start: Int) -> Int? {
    var place = start
    while place < text.count {
      switch byte(place) {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "$"):
        let ends = place > start && !isBlank(byte(place - 1)) && !isDigit(byte(place + 1))
        return ends ? place + 1 : nil
      default: place += 1
      }
    }
    return nil
  }

  private func byte(_ place: Int) -> UInt8 { text.indices.contains(place) ? text[place] : 0x20 }

  private func isDelimiter(_ place: Int) -> Bool {
    byte(place + 1) == UInt8(ascii: "(") || byte(place + 1) == UInt8(ascii: "[")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
