public import Vocabulary

/// What somebody has typed and not submitted.
public struct StoredDraft: Sendable {
  /// Counts up with every save; the highest counts.
  public let number: Int64
  /// The page's own JSON.
  public let body: [UInt8]
}

extension ProjectTransaction {
  /// Keeps a draft unless a newer one is there. Returns the number that is stored now.
  public func saveDraft(
    person: ID, task: Digest, number: Int64, body: [UInt8], at: Int64
  ) throws -> Int64 {
    try sql.run(
      "INSERT INTO drafts VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT(person, task) DO UPDATE SET "
        + "number = ?3, body = ?4, at = ?5 WHERE excluded.number > number",
      .blob(person.bytes), .blob(task.bytes), .integer(number), .blob(body), .integer(at))
    return try sql.first(
      "SELECT number FROM drafts WHERE person = ? AND task = ?", .blob(person.bytes),
      .blob(task.bytes))?.integer(0) ?? number
  }

  /// The person's draft for a task.
  public func draft(person: ID, task: Digest) throws -> StoredDraft? {
    let row = try sql.first(
      "SELECT number, body FROM drafts WHERE person = ? AND task = ?", .blob(person.bytes),
      .blob(task.bytes))
    return try row.map { StoredDraft(number: try $0.integer(0), body: try $0.blob(1)) }
  }

  /// Drops a draft: what was in it has been submitted or skipped.
  public func dropDraft(person: ID, task: Digest) throws {
    try sql.run(
      "DELETE FROM drafts WHERE person = ? AND task = ?", .blob(person.bytes), .blob(task.bytes))
  }

  /// The task of the person's newest draft, which is where they stopped.
  public func newestDraft(person: ID) throws -> Digest? {
    try sql.first(
      "SELECT task FROM drafts WHERE person = ? ORDER BY at DESC LIMIT 1", .blob(person.bytes)
    )?.digest(0)
  }
}
