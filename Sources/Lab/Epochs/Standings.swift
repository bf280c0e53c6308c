import AnnotationModel
import Store
import Vocabulary

/// Where people stand with tasks in one log, in lab.sqlite.
///
/// What counts is in `standings`, one row for each person and task of a channel, whichever life of
/// the log it came in. What waits for `person accept` is beside it and takes nothing away from what
/// counts: else a room that forged a key could make answers vanish.
struct Standings {
  let sql: SQL
  let log: LogRecord

  /// The newest of this log, waiting or not: what the next act must follow.
  func find(_ person: ID, _ task: Digest) throws -> TaskStanding {
    for table in ["waiting_standings", "standings"] {
      let row = try sql.first(
        "SELECT act, kind, answer FROM \(table) WHERE log = ? AND person = ? AND task = ?",
        .integer(log.id), .bytes(person), .bytes(task))
      guard let row else { continue }
      return TaskStanding(
        counting: try row.digest(0), kind: ActKind(rawValue: try row.text(1)),
        answer: try row.optionalDigest(2))
    }
    return TaskStanding()
  }

  /// What counts from now on, in place of what counted in this log or an earlier life of it.
  func put(_ standing: TaskStanding, _ person: ID, _ task: Digest) throws {
    guard let counting = standing.counting, let kind = standing.kind else { return }
    try sql.run(
      """
      DELETE FROM standings WHERE task = ? AND person = ?
      AND log IN (SELECT id FROM logs WHERE channel = ?)
      """, .bytes(task), .bytes(person), .bytes(log.name.channel))
    try sql.run(
      """
      INSERT INTO standings (log, person, task, act, kind, answer)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      .integer(log.id), .bytes(person), .bytes(task), .bytes(counting), .text(kind.rawValue),
      .bytes(standing.answer))
  }

  /// What will count once the person is accepted.
  func putWaiting(_ standing: TaskStanding, _ person: ID, _ task: Digest) throws {
    guard let counting = standing.counting, let kind = standing.kind else { return }
    try sql.run(
      """
      INSERT OR REPLACE INTO waiting_standings (log, person, task, act, kind, answer)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      .integer(log.id), .bytes(person), .bytes(task), .bytes(counting), .text(kind.rawValue),
      .bytes(standing.answer))
  }

  /// The person was accepted: what waited counts. Returns on how many tasks.
  func release(_ person: ID) throws -> Int64 {
    let tasks = try sql.rows(
      "SELECT task FROM waiting_standings WHERE log = ? AND person = ?", .integer(log.id),
      .bytes(person)
    ).map { try $0.digest(0) }
    for task in tasks { try put(find(person, task), person, task) }
    try sql.run(
      "DELETE FROM waiting_standings WHERE log = ? AND person = ?", .integer(log.id),
      .bytes(person))
    return Int64(tasks.count)
  }
}
