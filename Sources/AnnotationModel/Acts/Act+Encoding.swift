import StrictJSON
import Vocabulary

extension Act {
  /// The body: one line without its LF, to be hashed, signed and stored as these bytes.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter(capacity: 700 + (answers?.count ?? 0))
    writer.object { body in
      body.member("airlock", "act/1")
      body.member("log", log.description)
      body.member("person", person)
      body.member("n", n)
      body.member("previous", previous)
      body.member("salt", salt)
      body.member("kind", kind.rawValue)
      if let task { body.member("task", task) }
      body.member("schema", schema)
      body.member("guidelines", guidelines)
      body.member("at", at)
      body.member("activeMs", activeMs)
      body.member("scripted", scripted)
      if let origin { Self.write(origin, &body) }
      content.write(&body)
    }
    return writer.bytes
  }

  private static func write(_ origin: [Origin], _ body: inout JSONWriter) {
    body.object("origin") { object in
      for entry in origin {
        object.object(entry.question) { counts in
          counts.member("typed", entry.typed)
          counts.member("pasted", entry.pasted)
        }
      }
    }
  }
}

extension ActContent {
  /// Writes the members of the kind, in the order of formats.md, section 8.
  func write(_ body: inout JSONWriter) {
    switch self {
    case .answer(let answers): body.member("answers", raw: answers)
    case .revise(let replaces, let answers):
      body.member("replaces", replaces)
      body.member("answers", raw: answers)
    case .withdraw(let replaces): body.member("replaces", replaces)
    case .skip(let text), .flag(let text), .ask(let text): body.member("text", text)
    case .read(let notice): if let notice { body.member("notice", notice) }
    case .key(let key): body.member("key", key)
    }
  }

  static func members(of kind: ActKind) -> [String] {
    switch kind {
    case .answer: ["answers"]
    case .revise: ["replaces", "answers"]
    case .withdraw: ["replaces"]
    case .skip, .flag, .ask: ["text"]
    case .read: ["notice"]
    case .key: ["key"]
    }
  }
}
