import StrictJSON

/// The value of a field, ready to be shown (formats.md, section 6).
enum FieldContent {
  /// Writes the content of one field.
  ///
  /// markdown: a tree · text, code, document: a string · outputs: `[{key, content: tree, source}]` ·
  /// chat: `[{role, content: tree, source, calls, name, callId}]`, without `content` for what a tool
  /// said · steps: `[{content: tree, source}]` · image: the value as stored. `source` is the exact
  /// text, for the raw view and for what counts characters.
  static func write(_ value: JSONValue, type: String, to writer: inout JSONWriter) {
    switch type {
    case "markdown": markdown(value, &writer)
    case "outputs": writer.array { each(value, &$0, write: output) }
    case "chat": writer.array { each(value, &$0, write: message) }
    case "steps": writer.array { each(value, &$0, write: step) }
    case "image": writer.raw(value.token)
    default: text(value, &writer)
    }
  }

  private static func each(
    _ value: JSONValue, _ writer: inout JSONWriter,
    write: (JSONValue, inout JSONWriter) -> Void
  ) {
    for element in value.elements { write(element, &writer) }
  }

  private static func markdown(_ value: JSONValue, _ writer: inout JSONWriter) {
    MarkdownTree.write(TaskText.utf8(value), to: &writer)
  }

  private static func text(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.string(String(decoding: TaskText.utf8(value), as: UTF8.self))
  }

  private static func output(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { object in
      if let key = value["key"] { object.member("key") { text(key, &$0) } }
      if let body = value["text"] { rendered(body, &object) }
    }
  }

  private static func step(_ value: JSONValue, _ writer: inout JSONWriter) {
    let body = value["text"] ?? value
    writer.object { object in rendered(body, &object) }
  }

  /// The tree of a text, and the text itself.
  private static func rendered(_ body: JSONValue, _ object: inout JSONWriter) {
    object.member("content") { markdown(body, &$0) }
    object.member("source") { text(body, &$0) }
  }

  private static func message(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { object in
      for (member, shown) in [("role", "role"), ("name", "name"), ("tool_call_id", "callId")] {
        if let part = value[member], part.kind == .string {
          object.member(shown) { text(part, &$0) }
        }
      }
      if let content = value["content"], content.kind == .string {
        // What a tool said is data: no Markdown.
        if value["role"]?.isString("tool") ?? false {
          object.member("source") { text(content, &$0) }
        } else {
          rendered(content, &object)
        }
      }
      guard let calls = value["tool_calls"], calls.kind == .array else { return }
      object.array("calls") { each(calls, &$0, write: call) }
    }
  }

  /// A call's arguments are JSON in a string, or JSON: shown as spelled either way.
  private static func call(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { object in
      if let id = value["id"], id.kind == .string { object.member("id") { text(id, &$0) } }
      let function = value["function"] ?? value
      if let name = function["name"], name.kind == .string {
        object.member("name") { text(name, &$0) }
      }
      guard let arguments = function["arguments"] else { return }
      let spelled =
        arguments.kind == .string ? TaskText.utf8(arguments) : Array(arguments.token)
      object.member("arguments", String(decoding: spelled, as: UTF8.self))
    }
  }
}
