public import Vocabulary

extension ProjectTransaction {
  /// Keeps what the lab wrote.
  public func insertNotice(_ notice: StoredNotice) throws {
    try sql.run(
      "INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, ?)", .integer(notice.sequence),
      .blob(notice.manifest.bytes), .text(notice.kind), .text(notice.text),
      notice.act.map { .blob($0.bytes) } ?? .null,
      notice.person.map { .blob($0.bytes) } ?? .null, .integer(notice.at))
  }

  /// What the lab wrote to everybody and to this person, the newest first.
  public func notices(for person: ID) throws -> [StoredNotice] {
    try sql.rows(
      "SELECT sequence, manifest, kind, text, act, person, at FROM notices "
        + "WHERE person IS NULL OR person = ? ORDER BY sequence DESC", .blob(person.bytes)
    ).map(Self.notice)
  }

  /// The text of the order of that number; nil for one that says nothing.
  public func noticeText(_ sequence: Int64) throws -> String? {
    try sql.first("SELECT text FROM notices WHERE sequence = ?", .integer(sequence))?.text(0)
  }

  /// Writes down that somebody was shown a task, beside the leaf that says it.
  public func insertShown(_ task: Digest, to person: ID) throws {
    try sql.run("INSERT OR IGNORE INTO shown VALUES (?, ?)", .text(task.hex), .text(person.hex))
  }

  /// Whether somebody of the room was ever shown the task.
  public func wasShown(_ task: Digest) throws -> Bool {
    try sql.first("SELECT 1 FROM shown WHERE task = ?", .text(task.hex)) != nil
  }

  /// Whether this person was ever shown the task.
  public func wasShown(_ task: Digest, to person: ID) throws -> Bool {
    try sql.first(
      "SELECT 1 FROM shown WHERE task = ? AND person = ?", .text(task.hex), .text(person.hex)
    ) != nil
  }

  /// Writes down that a task goes to nobody else than those who were shown it.
  public func insertRecalled(_ task: Digest, sequence: Int64) throws {
    try sql.run(
      "INSERT OR IGNORE INTO recalled VALUES (?, ?)", .blob(task.bytes), .integer(sequence))
  }

  /// Whether the lab took the task back.
  public func isRecalled(_ task: Digest) throws -> Bool {
    try sql.first("SELECT 1 FROM recalled WHERE task = ?", .blob(task.bytes)) != nil
  }

  /// Whether somebody has a draft of the task or has done something with it.
  public func isWorkedOn(_ task: Digest) throws -> Bool {
    try sql.first(
      "SELECT 1 FROM standing WHERE task = ?1 UNION ALL SELECT 1 FROM drafts WHERE task = ?1",
      .blob(task.bytes)) != nil
  }

  /// Takes a task out of the queue for good.
  public func removeTask(_ task: Digest) throws {
    try sql.run("DELETE FROM tasks WHERE hash = ?", .blob(task.bytes))
  }

  private static func notice(_ row: SQLRow) throws -> StoredNotice {
    try StoredNotice(
      sequence: row.integer(0), manifest: row.digest(1), kind: row.text(2), text: row.text(3),
      act: row.optionalDigest(4),
      person: row.optionalID(5), at: row.integer(6))
  }
}
