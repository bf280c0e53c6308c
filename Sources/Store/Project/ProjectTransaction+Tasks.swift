public import Vocabulary

/// A task as the store keeps it: the exact line and the schema and guidelines it came with.
public struct StoredTask: Sendable {
  /// Place in the queue, from 1.
  public let position: Int64
  /// SHA-256 of the line, the task's name everywhere.
  public let hash: Digest
  /// The line of tasks.jsonl, without its LF.
  public let line: [UInt8]
  /// Hash of the schema it came with.
  public let schema: Digest
  /// Hash of the guidelines it came with.
  public let guidelines: Digest
}

/// Where a person stands with a task.
public enum TaskState: String, Sendable { case new, draft, answered, skipped }

extension ProjectTransaction {
  /// Appends a task to the queue; refuses a second task of the same hash.
  public func insertTask(
    hash: Digest, line: ArraySlice<UInt8>, schema: Digest, guidelines: Digest, bundle: Int64
  ) throws {
    try sql.run(
      "INSERT INTO tasks(hash, line, schema, guidelines, bundle) VALUES (?, ?, ?, ?, ?)",
      .blob(hash.bytes), .blob(Array(line)), .blob(schema.bytes), .blob(guidelines.bytes),
      .integer(bundle))
  }

  /// Whether a task of this hash is in the queue.
  public func hasTask(_ hash: Digest) throws -> Bool {
    try sql.first("SELECT 1 FROM tasks WHERE hash = ?", .blob(hash.bytes)) != nil
  }

  /// The place in the queue of the task of that hash, from 1.
  public func position(of hash: Digest) throws -> Int64? {
    try sql.first("SELECT position FROM tasks WHERE hash = ?", .blob(hash.bytes))?.integer(0)
  }

  /// The task of that hash.
  public func task(_ hash: Digest) throws -> StoredTask? {
    try sql.first(Self.taskColumns + "WHERE hash = ?", .blob(hash.bytes)).map(Self.task)
  }

  /// The first task of the person's queue at or after a position, counted from 1.
  public func task(from position: Int64, person: ID) throws -> StoredTask? {
    try sql.first(
      Self.taskColumns + "WHERE position >= ?2 AND \(Self.isOffered) ORDER BY position LIMIT 1",
      .blob(person.bytes), .integer(position)
    ).map(Self.task)
  }

  /// Each task of the person's queue in its order, one at a time.
  public func eachTask(person: ID, _ body: (StoredTask) throws -> Void) throws {
    try sql.each(
      Self.taskColumns + "WHERE \(Self.isOffered) ORDER BY position", [.blob(person.bytes)]
    ) {
      try body(Self.task($0))
      return true
    }
  }

  /// The next task after `position` that the person has neither answered nor skipped.
  public func nextOpen(after position: Int64, person: ID) throws -> Int64? {
    let open =
      "SELECT position FROM tasks t WHERE position > ?2 AND \(Self.isOffered) AND NOT EXISTS "
      + "(SELECT 1 FROM standing s WHERE s.person = ?1 AND s.task = t.hash "
      + "AND s.kind IN ('answer', 'revise', 'skip')) ORDER BY position LIMIT 1"
    return try sql.first(open, .blob(person.bytes), .integer(position))?.integer(0)
  }

  private static let taskColumns = "SELECT position, hash, line, schema, guidelines FROM tasks t "
  /// Whether a task is in the queue of the person whose id is ?1: one that was recalled is for those
  /// alone who had been shown it.
  static let isOffered =
    "(NOT EXISTS (SELECT 1 FROM recalled r WHERE r.task = t.hash) OR EXISTS (\(shownToPerson)))"
  static let shownToPerson =
    "SELECT 1 FROM shown w WHERE w.task = lower(hex(t.hash)) AND w.person = lower(hex(?1))"

  private static func task(_ row: SQLRow) throws -> StoredTask {
    try StoredTask(
      position: row.integer(0), hash: row.digest(1), line: row.blob(2), schema: row.digest(3),
      guidelines: row.digest(4))
  }
}
