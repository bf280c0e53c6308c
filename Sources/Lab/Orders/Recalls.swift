import Store
import Vocabulary

/// Tasks that were taken back, in lab.sqlite, for the length of one transaction.
struct Recalls {
  let sql: SQL

  enum State: String, Sendable {
    case asked, returned, kept, reissued
  }

  /// One that waits for the room's log.
  struct Asked {
    let task: Digest
    /// Number of the order that takes it back.
    let order: Int64
    /// Number of the bundle that brought it.
    let bundle: Int64
  }

  /// Tasks of a channel that were not taken back yet and that no leaf held here says were shown.
  func unseen(in channel: ID) throws -> [Digest] {
    let seen = try SeenTasks(sql: sql).tasks(in: channel)
    return try sql.rows(
      "SELECT hash FROM tasks WHERE channel = ? AND hash NOT IN (SELECT task FROM recalls) "
        + "ORDER BY sequence, place", .bytes(channel)
    ).map { try $0.digest(0) }.filter { !seen.contains($0) }
  }

  /// The channel's task of that hash, or those made of the record of that id.
  func tasks(named name: String, in channel: ID) throws -> [Digest] {
    if let hash = Digest(hex: name) {
      let row = try sql.first(
        "SELECT 1 FROM tasks WHERE hash = ? AND channel = ?", .bytes(hash), .bytes(channel))
      return row == nil ? [] : [hash]
    }
    let spelled = Array("\"\(name)\"".utf8)
    return try sql.rows(
      "SELECT hash FROM tasks JOIN records ON records.id = tasks.record "
        + "WHERE channel = ? AND spelled IN (?, ?)", .bytes(channel), .blob(spelled),
      .blob(Array(name.utf8))
    ).map { try $0.digest(0) }
  }

  /// Writes down that an order takes a task back; one that was decided stays decided.
  func ask(_ task: Digest, _ channel: ID, sequence: Int64, at: Int64) throws {
    try sql.run(
      "INSERT OR IGNORE INTO recalls (task, channel, sequence, state, at) "
        + "VALUES (?, ?, ?, 'asked', ?)", .bytes(task), .bytes(channel), .integer(sequence),
      .integer(at))
  }

  func asked(in channel: ID) throws -> [Asked] {
    try sql.rows(
      "SELECT task, recalls.sequence, tasks.sequence FROM recalls "
        + "JOIN tasks ON tasks.hash = task WHERE recalls.channel = ? AND state = 'asked'",
      .bytes(channel)
    ).map { Asked(task: try $0.digest(0), order: try $0.integer(1), bundle: try $0.integer(2)) }
  }

  func set(_ task: Digest, _ state: State, at: Int64) throws {
    try sql.run(
      "UPDATE recalls SET state = ?, at = ? WHERE task = ?", .text(state.rawValue), .integer(at),
      .bytes(task))
  }

  /// The condition that a task, an expression of the query, came back, so that no act on it counts
  /// any more.
  static func isBack(_ task: String) -> String {
    "EXISTS (SELECT 1 FROM recalls WHERE task = \(task) AND state IN ('returned', 'reissued'))"
  }

  /// Another room gets the record: its tasks that came back are needed no more.
  func reissued(record: Int64, at: Int64) throws {
    try sql.run(
      "UPDATE recalls SET state = 'reissued', at = ? WHERE state = 'returned' AND task IN "
        + "(SELECT hash FROM tasks WHERE record = ?)", .integer(at), .integer(record))
  }
}
