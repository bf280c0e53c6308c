import StrictJSON

/// A task as the page gets it: content ready to be shown, questions as the schema spells them.
struct TaskView {
  private let task: DeskTask
  private let codename: String
  private let overview: DeskOverview
  private let line: JSONValue
  private let schema: JSONValue

  /// Reads the stored line and schema. Throws `JSONFault` for a damaged one.
  init(_ task: DeskTask, codename: String, overview: DeskOverview) throws(JSONFault) {
    self.task = task
    self.codename = codename
    self.overview = overview
    line = try JSONDocument(task.line).root
    schema = try JSONDocument(task.schema).root
  }

  /// The view as a JSON object.
  ///
  /// `practice` is given for a practice task, whose view says so and has no place in the queue.
  func encoded(practice: DeskPractice? = nil) -> [UInt8] {
    var writer = JSONWriter(capacity: task.line.count * 2)
    writer.object { object in
      object.member("task", task.task)
      object.member("position", Int64(task.position))
      object.member("state", task.state.rawValue)
      object.member("codename", codename)
      Self.writeCounts(overview, &object)
      object.member("revisions", Int64(task.revisions))
      object.member("answeredAt") { writer in
        if let time = task.answeredAt { writer.integer(time) } else { writer.null() }
      }
      object.member("activeMs", task.activeMs)
      object.member("sinceBreak", task.sinceBreak)
      object.array("letters") { array in
        for letter in task.letters { array.object { LetterView.write(letter, &$0) } }
      }
      writeSchema(&object)
      writeAnswers(&object)
      if let practice { PracticeView.write(practice, &object) }
    }
    return writer.bytes
  }

  /// The members that every page with a progress bar needs.
  static func writeCounts(_ overview: DeskOverview, _ object: inout JSONWriter) {
    object.member("total", Int64(overview.total))
    object.member("answered", Int64(overview.answered))
    object.member("skipped", Int64(overview.skipped))
    object.member("drafts", Int64(overview.drafts))
  }

  private func writeSchema(_ object: inout JSONWriter) {
    object.array("fields") { array in
      for field in (schema["fields"].map { Array($0.elements) } ?? []) {
        writeField(field, &array)
      }
    }
    object.member("questions", raw: schema["questions"]?.token ?? Array("[]".utf8)[...])
    object.member("reasons", raw: schema["reasons"]?.token ?? Array("[]".utf8)[...])
  }

  /// A field that the task lacks is left out.
  private func writeField(_ field: JSONValue, _ array: inout JSONWriter) {
    guard let name = try? field["name"]?.string(), let type = try? field["type"]?.string(),
      let value = line["fields"]?[name]
    else { return }
    array.object { object in
      object.member("name", name)
      object.member("type", type)
      for extra in ["label", "language"] {
        if let token = field[extra]?.token { object.member(extra, raw: token) }
      }
      object.member("content") { FieldContent.write(value, type: type, to: &$0) }
      if type == "markdown" {
        object.member("source", String(decoding: TaskText.utf8(value), as: UTF8.self))
      }
    }
  }

  private func writeAnswers(_ object: inout JSONWriter) {
    object.member("answers", raw: task.answers ?? Array("null".utf8))
    object.member("draft") { writer in
      guard let draft = task.draft, (try? JSONDocument(draft.body)) != nil else {
        return writer.null()
      }
      writer.object { object in
        object.member("number", draft.number)
        object.member("body", raw: draft.body)
      }
    }
  }
}
