/// Finds formulas in Markdown source, from its start to its end, in one pass.
///
/// Pandoc's rule for a single dollar sign: nothing blank after the first, nothing blank before the
/// last, no digit after it; so `$5 and $6` is money. No formula spans a blank line.
struct MathScanner {
  /// A run of source bytes.
  enum Piece {
    case text(ArraySlice<UInt8>)
    case math(ArraySlice<UInt8>)
  }

  /// Longer ones are no formulas, and looking for their ends would cost the square of the length.
  private static let longest = 4_000
  private let text: [UInt8]
  private var place = 0

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
      place += byte(place) == UInt8(ascii: "\\") && !isDelimiter(place) ? 2 : 1
      place = min(place, text.count)
    }
    return .text(text[start..<place])
  }

  /// Where the formula that begins here ends; nil where none begins.
  private func formulaEnd(at start: Int) -> Int? {
    switch (byte(start), byte(start + 1)) {
    case (UInt8(ascii: "$"), UInt8(ascii: "$")): find("$$", from: start + 2)
    case (UInt8(ascii: "$"), let next) where !isBlank(next): singleEnd(from: start + 1)
    case (UInt8(ascii: "\\"), UInt8(ascii: "(")): find("\\)", from: start + 2)
    case (UInt8(ascii: "\\"), UInt8(ascii: "[")): find("\\]", from: start + 2)
    default: nil
    }
  }

  private func singleEnd(from start: Int) -> Int? {
    var place = start
    while let end = find("$", from: place) {
      if !isBlank(byte(end - 2)), byte(end - 2) != UInt8(ascii: "\\"), !isDigit(byte(end)),
        end - 1 > start
      {
        return end
      }
      // Only an escaped dollar sign may stand inside; any other that can't end it is no formula.
      guard byte(end - 2) == UInt8(ascii: "\\") else { return nil }
      place = end
    }
    return nil
  }

  /// The place after the next `mark`, in the same paragraph.
  private func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var place = start
    while place + mark.count <= min(text.count, start + Self.longest) {
      if byte(place) == 0x0A, byte(place + 1) == 0x0A { return nil }
      if text[place..<(place + mark.count)].elementsEqual(mark), place > start {
        return place + mark.count
      }
      place += 1
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
