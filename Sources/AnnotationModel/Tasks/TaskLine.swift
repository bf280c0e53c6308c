import StrictJSON
import Vocabulary

/// The one form that a line of tasks.jsonl has (formats.md, section 6), used to write and to check.
enum TaskLine {
  typealias Part = (name: String, token: ArraySlice<UInt8>)

  /// `{"id":"…","fields":{…}}`, then for practice the members in `more`; without LF.
  static func bytes(id: ID, fields: [Part], more: [Part] = []) -> [UInt8] {
    let size = fields.reduce(80) { $0 + $1.token.count + $1.name.utf8.count + 4 }
    var writer = JSONWriter(capacity: size)
    writer.object { line in
      line.member("id", id)
      line.object("fields") { object in
        for field in fields { object.member(field.name, raw: field.token) }
      }
      for part in more { line.member(part.name, raw: part.token) }
    }
    return writer.bytes
  }

  /// The value of an outputs field from its texts, in the order shown.
  static func outputs(_ texts: [ArraySlice<UInt8>]) -> [UInt8] {
    var writer = JSONWriter(capacity: texts.reduce(2) { $0 + $1.count + 24 })
    writer.array { list in
      for (position, text) in texts.enumerated() {
        list.object { output in
          output.member("key", OutputKey.key(position))
          output.member("text", raw: text)
        }
      }
    }
    return writer.bytes
  }
}
