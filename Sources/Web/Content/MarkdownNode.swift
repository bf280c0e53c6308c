import CMarkdown

/// A node of cmark's tree.
///
/// Safe to use, because only `MarkdownParser.parse` makes one, lends it to a closure, and frees
/// the tree after that: nobody keeps a node.
@safe struct MarkdownNode {
  private let pointer: OpaquePointer

  /// Borrows a node of a tree that outlives it.
  init(borrowing pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// cmark's name of the node's type, such as `block_quote`.
  var kind: String { unsafe string(cmark_node_get_type_string(pointer)) }
  /// The text of a text, code or HTML node.
  var literal: String { unsafe string(cmark_node_get_literal(pointer)) }
  /// The address of a link or an image, as written.
  var address: String { unsafe string(cmark_node_get_url(pointer)) }
  /// What follows the fence of a code block.
  var codeInfo: String { unsafe string(cmark_node_get_fence_info(pointer)) }
  /// 1 to 6 of a heading.
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }

  /// The first number of an ordered list; nil for another.
  var orderedStart: Int? {
    guard unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return unsafe Int(cmark_node_get_list_start(pointer))
  }

  /// Whether a paragraph stands in a list without blank lines, where it is no paragraph to see.
  var isTight: Bool {
    guard let item = unsafe cmark_node_parent(pointer),
      unsafe cmark_node_get_type(item) == CMARK_NODE_ITEM,
      let list = unsafe cmark_node_parent(item)
    else { return false }
    return unsafe cmark_node_get_list_tight(list) != 0
  }

  /// `l`, `c`, `r` or nothing for each column of a table.
  var tableAlignments: [String] {
    let columns = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let sides = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return unsafe UnsafeBufferPointer(start: sides, count: columns).map { side in
      side == 0 ? "" : String(UnicodeScalar(side))
    }
  }

  /// All text below, in order, without marks.
  var flatText: String {
    guard let iterator = unsafe cmark_iter_new(pointer) else { return "" }
    defer { unsafe cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) else {
        continue
      }
      let inner = unsafe MarkdownNode(borrowing: node)
      switch inner.kind {
      case "text", "code", "html_inline", "html_block", "code_block": text += inner.literal
      case "softbreak", "linebreak", "paragraph", "item": text += text.isEmpty ? "" : " "
      default: break
      }
    }
  }

  /// The children in their order.
  func forEachChild(_ body: (MarkdownNode) -> Void) {
    var child = unsafe cmark_node_first_child(pointer)
    while let node = unsafe child {
      body(unsafe MarkdownNode(borrowing: node))
      unsafe child = cmark_node_next(node)
    }
  }

  /// A C string of cmark's, which has checked it to be UTF-8.
  private func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
