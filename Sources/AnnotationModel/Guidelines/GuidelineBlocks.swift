/// Guidelines cut into the pieces that are compared: headings, paragraphs, list items, fenced code.
struct GuidelineBlocks {
  struct Block: Equatable {
    let text: String
    /// The heading that it stands under, without its signs; empty before the first.
    let heading: String

    static func == (left: Self, right: Self) -> Bool { left.text == right.text }
  }

  private(set) var blocks: [Block] = []
  private var lines: [Substring] = []
  private var heading = ""
  private var fence: Substring?

  /// Cuts a Markdown text.
  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { take(line) }
    close()
  }

  private mutating func take(_ line: Substring) {
    let bare = line.drop { $0 == " " || $0 == "\t" }
    if let open = fence {
      lines.append(line)
      if bare.hasPrefix(open) { fence = nil }
      return
    }
    if bare.isEmpty || bare == "\r" { return close() }
    if let mark = ["```", "~~~"].first(where: { bare.hasPrefix($0) }) {
      fence = mark[...]
      lines.append(line)
      return
    }
    if let title = Self.title(line) {
      close()
      heading = title
      lines = [line]
      return close()
    }
    if Self.isItem(bare) { close() }
    lines.append(line)
  }

  private mutating func close() {
    guard !lines.isEmpty else { return }
    blocks.append(Block(text: lines.joined(separator: "\n"), heading: heading))
    lines = []
  }

  /// The words of an ATX heading; nil for another line.
  private static func title(_ line: Substring) -> String? {
    let signs = line.prefix { $0 == "#" }
    let rest = line.dropFirst(signs.count)
    guard (1...6).contains(signs.count), rest.first == " " else { return nil }
    let words = rest.drop { $0 == " " }
    return String(words.reversed().drop { $0 == "#" || $0 == " " || $0 == "\r" }.reversed())
  }

  private static func isItem(_ line: Substring) -> Bool {
    if ["- ", "* ", "+ "].contains(where: { line.hasPrefix($0) }) { return true }
    let digits = line.prefix { ("0"..."9").contains($0) }
    let rest = line.dropFirst(digits.count)
    return (1...9).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
