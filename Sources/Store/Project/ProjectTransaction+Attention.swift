public import Vocabulary

/// How much of five minutes a person was at work.
public struct AttentionCell: Sendable, Equatable {
  /// How long a cell is, in milliseconds. Every time zone's hours begin at a cell's beginning.
  public static let length: Int64 = 5 * 60_000

  /// The cell's number since 1970: its start is this times `length`.
  public let cell: Int64
  /// Active milliseconds in it.
  public let ms: Int64
  /// The first and last moment of them, milliseconds since 1970 UTC.
  public let first: Int64
  public let last: Int64
}

/// A person's hours: where the active time that acts and drafts claim was spent.
extension ProjectTransaction {
  /// Books active time on a task, given as the whole that its next act will claim; what was booked
  /// before is taken off. `now` is when it ends.
  public func bookTime(person: ID, task: Digest, total: Int64, now: Int64) throws {
    let booked = try runningTime(person: person, task: task)
    guard total > booked else { return }
    try sql.run(
      "INSERT OR REPLACE INTO running VALUES (?, ?, ?)", .blob(person.bytes), .blob(task.bytes),
      .integer(total))
    try book(person: person, ms: total - booked, now: now)
  }

  /// Ends the running time of a task, which an act with that time has taken in.
  public func endTime(person: ID, task: Digest, total: Int64, now: Int64) throws {
    try bookTime(person: person, task: task, total: total, now: now)
    try sql.run(
      "DELETE FROM running WHERE person = ? AND task = ?", .blob(person.bytes), .blob(task.bytes))
  }

  /// Active time on a task that no act has taken in yet, in milliseconds.
  public func runningTime(person: ID, task: Digest) throws -> Int64 {
    try sql.first(
      "SELECT ms FROM running WHERE person = ? AND task = ?", .blob(person.bytes),
      .blob(task.bytes))?.integer(0) ?? 0
  }

  /// A person's hours from a moment on, in cells.
  public func attention(of person: ID, since: Int64) throws -> [AttentionCell] {
    try sql.rows(
      "SELECT cell, ms, first, last FROM attention WHERE person = ? AND cell >= ? ORDER BY cell",
      .blob(person.bytes), .integer(since / AttentionCell.length)
    ).map { row in
      try AttentionCell(
        cell: row.integer(0), ms: row.integer(1), first: row.integer(2), last: row.integer(3))
    }
  }

  /// Books time that is no task's, such as that of reading guidelines.
  public func book(person: ID, ms: Int64, now: Int64) throws {
    var end = now
    var rest = ms
    while rest > 0, end > 0 {
      let cell = (end - 1) / AttentionCell.length
      let part = min(rest, end - cell * AttentionCell.length)
      try add(person, cell: cell, ms: part, first: end - part, last: end)
      (end, rest) = (end - part, rest - part)
    }
  }

  private func add(
    _ person: ID, cell: Int64, ms: Int64, first: Int64, last: Int64
  ) throws {
    try sql.run(
      "INSERT INTO attention VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT(person, cell) DO UPDATE SET "
        + "ms = ms + ?3, first = min(first, ?4), last = max(last, ?5)",
      .blob(person.bytes), .integer(cell), .integer(ms), .integer(first), .integer(last))
  }
}
