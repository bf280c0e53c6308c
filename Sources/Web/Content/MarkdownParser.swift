import CMarkdown

/// cmark-gfm, with tables and strikethrough, for as long as a closure runs.
///
/// The autolink extension stays off: links lead nowhere here, and it has had faults of its own.
enum MarkdownParser {
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses UTF-8 and gives the document to `body`. Invalid bytes and NUL become U+FFFD.
  static func parse(_ text: [UInt8], _ body: (MarkdownNode) -> Void) {
    _ = registered
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      guard let found = unsafe cmark_find_syntax_extension(name) else { continue }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = unsafe cmark_parser_finish(parser) else { return }
    defer { unsafe cmark_node_free(document) }
    body(unsafe MarkdownNode(borrowing: document))
  }
}
