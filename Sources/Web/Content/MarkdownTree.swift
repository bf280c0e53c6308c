import CMarkdown
import StrictJSON

/// Markdown as a small tree in JSON, from which the page builds elements one by one.
///
/// No HTML is made: text is a string, anything else an object with a tag `t` out of a fixed list
/// and children `c`. Whatever the input, the page can't be given an attribute, an address that
/// loads, or an element that isn't on the list. Raw HTML is shown as the text that it is.
struct MarkdownTree {
  /// Longer input is not parsed but shown as text: the parser has inputs on which its time grows
  /// with the square of their length.
  static let longest = 128 << 10
  /// Deeper nesting is flattened to its text.
  static let deepest = 24

  private var math: MathSpans

  /// Writes the tree of `text`, which is UTF-8, as an array.
  static func write(_ text: [UInt8], to writer: inout JSONWriter) {
    guard text.count <= longest else {
      return writer.array { array in
        array.object {
          $0.member("t", "plain")
          $0.member("text", String(decoding: text, as: UTF8.self))
        }
      }
    }
    var tree = MarkdownTree(math: MathSpans())
    let kept = tree.math.takeOut(of: text)
    MarkdownParser.parse(kept) { document in
      writer.array { array in tree.children(of: document, depth: 0, &array) }
    }
  }

  private func children(of node: MarkdownNode, depth: Int, _ writer: inout JSONWriter) {
    guard depth < Self.deepest else { return text(node.flatText, &writer) }
    node.forEachChild { child in write(child, depth: depth + 1, &writer) }
  }

  private func write(_ node: MarkdownNode, depth: Int, _ writer: inout JSONWriter) {
    switch node.kind {
    case "text", "html_inline": text(node.literal, &writer)
    case "softbreak": writer.string("\n")
    case "linebreak": tag("br", &writer)
    case "thematic_break": tag("hr", &writer)
    case "code": literal("code", node.literal, &writer)
    case "html_block": literal("plain", node.literal, &writer)
    case "code_block": codeBlock(node, &writer)
    case "link": link(node, depth, &writer)
    case "image": image(node, &writer)
    case "heading": element("h\(min(node.headingLevel + 2, 6))", node, depth, &writer)
    case "paragraph" where node.isTight: children(of: node, depth: depth, &writer)
    case "list": list(node, depth, &writer)
    case "table": table(node, depth, &writer)
    case let kind:
      if let name = Self.plainElements[kind] {
        element(name, node, depth, &writer)
      } else {
        children(of: node, depth: depth, &writer)
      }
    }
  }

  private static let plainElements = [
    "paragraph": "p", "block_quote": "blockquote", "item": "li", "emph": "em", "strong": "strong",
    "strikethrough": "del", "table_header": "tr", "table_row": "tr", "table_cell": "td",
  ]

  private func element(
    _ name: String, _ node: MarkdownNode, _ depth: Int, _ writer: inout JSONWriter,
    _ more: (inout JSONWriter) -> Void = { _ in }
  ) {
    writer.object { object in
      object.member("t", name)
      more(&object)
      object.array("c") { children(of: node, depth: depth, &$0) }
    }
  }

  private func list(_ node: MarkdownNode, _ depth: Int, _ writer: inout JSONWriter) {
    guard let start = node.orderedStart else {
      return element("ul", node, depth, &writer)
    }
    element("ol", node, depth, &writer) { $0.member("start", Int64(start)) }
  }

  private func table(_ node: MarkdownNode, _ depth: Int, _ writer: inout JSONWriter) {
    element("table", node, depth, &writer) { object in
      object.array("align") { array in
        for side in node.tableAlignments { array.string(side) }
      }
    }
  }

  private func codeBlock(_ node: MarkdownNode, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("t", "pre")
      object.member("text", math.putBack(node.literal))
      object.member("info", math.putBack(node.codeInfo))
    }
  }

  private func link(_ node: MarkdownNode, _ depth: Int, _ writer: inout JSONWriter) {
    element("link", node, depth, &writer) { object in
      object.member("to", math.putBack(node.address))
    }
  }

  private func image(_ node: MarkdownNode, _ writer: inout JSONWriter) {
    writer.object { object in
      let address = math.putBack(node.address)
      if let digest = AssetAddress.digest(in: address) {
        object.member("t", "asset")
        object.member("sha256", digest)
      } else {
        object.member("t", "image")
        object.member("to", address)
      }
      object.member("alt", math.putBack(node.flatText))
    }
  }

  private func tag(_ name: String, _ writer: inout JSONWriter) {
    writer.object { $0.member("t", name) }
  }

  private func literal(_ name: String, _ text: String, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("t", name)
      object.member("text", math.putBack(text))
    }
  }

  /// Text, with the formulas in it as nodes of their own.
  private func text(_ text: String, _ writer: inout JSONWriter) {
    for piece in math.pieces(of: text) {
      switch piece {
      case .text(let text): writer.string(text)
      case .math(let source):
        writer.object { object in
          object.member("t", "math")
          object.member("text", source)
        }
      }
    }
  }
}
