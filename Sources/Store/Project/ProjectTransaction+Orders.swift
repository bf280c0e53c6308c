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

  private static func notice(_ row: SQLRow) throws -> StoredNotice {
    try StoredNotice(
      sequence: row.integer(0), manifest: row.digest(1), kind: row.text(2), text: row.text(3),
      act: row.isNull(4) ? nil : row.digest(4),
      person: row.isNull(5) ? nil : ID(bytes: row.blob(5)), at: row.integer(6))
  }
}
