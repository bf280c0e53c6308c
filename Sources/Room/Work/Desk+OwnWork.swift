import AnnotationModel
import Store
import StrictJSON
import Vocabulary

extension Desk {
  /// The person's own work, filtered and searched; nobody else's is looked at.
  public func ownWork(_ filter: OwnWorkFilter) throws -> OwnWorkPage {
    try store.read { store in
      var rows: [OwnWork] = []
      var hasMore = false
      let words = filter.search.lowercased()
      try store.eachOwnTask(of: author.person, after: filter.after) { task in
        let marks = Self.marks(of: task)
        guard filter.marks.isEmpty || !marks.isDisjoint(with: filter.marks) else { return true }
        let row = try row(task, marks, in: store)
        guard try words.isEmpty || says(row, words, in: store) else { return true }
        hasMore = rows.count == filter.limit
        if !hasMore { rows.append(row) }
        return !hasMore
      }
      return OwnWorkPage(
        rows: rows, hasMore: hasMore,
        counts: filter.after == 0 ? try markCounts(in: store) : [:])
    }
  }

  private func markCounts(in store: ProjectTransaction) throws -> [OwnWork.Mark: Int] {
    var counts: [OwnWork.Mark: Int] = [:]
    try store.eachOwnTask(of: author.person, after: 0) { task in
      for mark in Self.marks(of: task) { counts[mark, default: 0] += 1 }
      return true
    }
    return counts
  }

  private func row(
    _ task: OwnTask, _ marks: Set<OwnWork.Mark>, in store: ProjectTransaction
  ) throws -> OwnWork {
    let answer = try task.standing?.answer.flatMap { try store.actBody($0) }
      .map { try Act(parsing: $0) }
    var text: String?
    if task.standing?.kind == .skip, let skip = task.standing?.act {
      text = try store.actBody(skip).map { try Act(parsing: $0) }?.text
    }
    return OwnWork(
      task: task, marks: marks, answers: answer?.answers, text: text,
      guidelines: try task.guidelines.flatMap { try store.guidelinesVersion($0) })
  }

  /// Whether the person's own text on the task holds the words, which are in lower case.
  private func says(
    _ row: OwnWork, _ words: String, in store: ProjectTransaction
  ) throws -> Bool {
    if let text = row.text, text.lowercased().contains(words) { return true }
    if let answers = row.answers, OwnText.holds(answers, words) { return true }
    let draft = try store.draft(person: author.person, task: row.task.task)
    if let draft, OwnText.holds(draft.body, words) { return true }
    return try store.notes(of: author.person, on: row.task.task).contains { note in
      try Act(parsing: note).text?.lowercased().contains(words) ?? false
    }
  }

  private static func marks(of task: OwnTask) -> Set<OwnWork.Mark> {
    var marks: Set<OwnWork.Mark> = []
    if task.isFlagged { marks.insert(.flagged) }
    if task.isAsked { marks.insert(.asked) }
    if task.hasDraft { marks.insert(.draft) }
    switch task.standing?.kind {
    case .answer: marks.insert(.submitted)
    case .revise: marks.insert(.revised)
    case .skip: marks.insert(.skipped)
    case .withdraw: marks.insert(.draft)
    default: if !task.hasDraft { marks.insert(.new) }
    }
    return marks
  }
}

/// Words in the strings of a JSON document.
enum OwnText {
  /// Whether some string of it holds the words, which are in lower case.
  static func holds(_ json: [UInt8], _ words: String) -> Bool {
    guard let root = try? JSONDocument(json).root else { return false }
    return holds(root, words)
  }

  private static func holds(_ value: JSONValue, _ words: String) -> Bool {
    switch value.kind {
    case .string:
      guard let bytes = try? value.wtf8() else { return false }
      return String(decoding: bytes, as: UTF8.self).lowercased().contains(words)
    case .array: return value.elements.contains { holds($0, words) }
    case .object: return value.members.contains { holds($0.value, words) }
    default: return false
    }
  }
}
