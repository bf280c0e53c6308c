public import Vocabulary

extension ProjectTransaction {
  /// How many tasks the queue has.
  public func taskCount() throws -> Int {
    Int(
      try sql.first("SELECT count FROM tallies WHERE person = x'' AND kind = 'task'")?.integer(0)
        ?? 0)
  }

  /// How far the person is with the queue.
  public func counts(person: ID) throws -> QueueCounts {
    var counts = QueueCounts()
    counts.total = try taskCount() - Int(recalled(from: person))
    let rows = try sql.rows(
      "SELECT kind, count FROM tallies WHERE person = ?", .blob(person.bytes))
    for row in rows {
      let count = Int(try row.integer(1))
      switch try row.text(0) {
      case "answer", "revise": counts.answered += count
      case "skip": counts.skipped += count
      default: break
      }
    }
    counts.drafts = Int(try sql.first(Self.draftsInQueue, .blob(person.bytes))?.integer(0) ?? 0)
    return counts
  }

  static let draftsInQueue =
    "SELECT COUNT(*) FROM drafts d WHERE person = ? "
    + "AND EXISTS (SELECT 1 FROM tasks t WHERE t.hash = d.task)"

  /// How many tasks of the room were taken back before this person was shown them.
  private func recalled(from person: ID) throws -> Int64 {
    try sql.first(Self.recalledTasks, .blob(person.bytes))?.integer(0) ?? 0
  }

  /// CROSS JOIN: from the few that were recalled to their tasks, never from every task.
  static let recalledTasks =
    "SELECT COUNT(*) FROM recalled r CROSS JOIN tasks t ON t.hash = r.task "
    + "WHERE NOT EXISTS (\(shownToPerson))"
}
