/// Looks for two bytes again and again from places that never go back, and so walks over the text
/// once in all.
struct NextOccurrence {
  private let first: UInt8
  private let second: UInt8
  /// Where the pair found last begins; the text's end where there is none.
  private var found = -1

  /// Two ASCII characters.
  init(of pair: StaticString) {
    let bytes = Array(pair.description.utf8)
    first = bytes.first ?? 0
    second = bytes.last ?? 0
  }

  /// The place after the next pair at or after `start`; nil when there is none.
  mutating func end(in text: [UInt8], from start: Int) -> Int? {
    if found < start {
      found = start
      while found + 1 < text.count, text[found] != first || text[found + 1] != second { found += 1 }
    }
    return found + 1 < text.count ? found + 2 : nil
  }
}
