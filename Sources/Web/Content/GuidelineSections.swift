/// The headings of guidelines, so that a question can lead to the section about it before anybody
/// has opened them.
enum GuidelineSections {
  /// The words of each heading outside quotes and lists, in order. Text that is too long to be
  /// rendered has none.
  static func headings(of text: [UInt8]) -> [String] {
    guard text.count <= MarkdownTree.longest else { return [] }
    var headings: [String] = []
    MarkdownParser.parse(text) { document in
      document.forEachChild { node in
        if node.kind == "heading" { headings.append(node.flatText) }
      }
    }
    return headings
  }
}
