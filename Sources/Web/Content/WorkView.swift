import StrictJSON

/// A person's own work as the page gets it.
enum WorkView {
  /// Longer answers are left out of the list: it says that there are some.
  static let longest = 32 << 10

  static func write(_ page: DeskWorkPage, _ object: inout JSONWriter) {
    object.object("counts") { counts in
      for (mark, count) in page.counts.sorted(by: { $0.key < $1.key }) {
        counts.member(mark, Int64(count))
      }
    }
    object.member("more", page.hasMore)
    var schemas: [[UInt8]] = []
    object.array("rows") { array in
      for row in page.rows {
        let schema = schemas.firstIndex(of: row.schema) ?? schemas.count
        if schema == schemas.count { schemas.append(row.schema) }
        array.object { write(row, schema, &$0) }
      }
    }
    object.array("questions") { array in
      for schema in schemas { array.raw(questions(of: schema)[...]) }
    }
  }

  private static func write(_ row: DeskWork, _ schema: Int, _ object: inout JSONWriter) {
    object.member("position", Int64(row.position))
    object.array("marks") { array in for mark in row.marks { array.string(mark) } }
    object.member("schema", Int64(schema))
    if let answers = row.answers {
      if answers.count <= longest {
        object.member("answers", raw: answers[...])
      } else {
        object.member("long", true)
      }
    }
    if let text = row.text { object.member("text", text) }
    if let at = row.at { object.member("at", at) }
    object.member("activeMs", row.activeMs)
    if let version = row.guidelines { object.member("guidelines", Int64(version)) }
  }

  private static func questions(of schema: [UInt8]) -> [UInt8] {
    guard let token = (try? JSONDocument(schema))?.root["questions"]?.token else {
      return Array("[]".utf8)
    }
    return Array(token)
  }
}
