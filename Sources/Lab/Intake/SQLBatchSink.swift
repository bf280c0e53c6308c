import AnnotationModel
import Cryptography
import Store
import Vocabulary

/// Puts leaves and acts into lab.sqlite while they pass; the transaction forgets them where the
/// archive turns out wrong.
final class SQLBatchSink: BatchSink {
  private let sql: SQL
  private let log: LogRecord
  private let events: EventLog
  private var waiting: [[UInt8]] = []

  /// Leaves are appended so many at a time, since each append stores the tree's frontier.
  private static let batch = 512

  init(_ log: LogRecord, sql: SQL) {
    self.log = log
    self.sql = sql
    events = EventLog(sql, name: log.name.description)
  }

  func leaf(_ line: ArraySlice<UInt8>, place: Int64) throws {
    waiting.append(Array(line))
    if waiting.count >= Self.batch { try flush() }
  }

  func act(_ act: VerifiedAct) throws {
    try sql.run(
      """
      INSERT INTO acts (hash, log, place, person, kind, task, waiting, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .bytes(act.hash), .integer(log.id), .integer(act.place), .bytes(act.act.person),
      .text(act.act.kind.rawValue), .bytes(act.act.task), .flag(act.isWaiting), .blob(act.body))
    if let task = act.act.task, let standing = act.standing { try put(standing, task, act) }
  }

  /// Stores what is left and the people's states.
  func finish(_ people: [ID: PersonState]) throws {
    try flush()
    for (person, state) in people {
      try sql.run(
        """
        INSERT OR REPLACE INTO persons
          (log, person, key, n, previous, waiting)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        .integer(log.id), .bytes(person), .blob(state.key.bytes), .integer(state.head.n),
        .bytes(state.head.last), .flag(state.isWaiting))
    }
  }

  private func put(_ standing: TaskStanding, _ task: Digest, _ act: VerifiedAct) throws {
    let standings = Standings(sql: sql, log: log)
    try act.isWaiting
      ? standings.putWaiting(standing, act.act.person, task)
      : standings.put(standing, act.act.person, task)
  }

  private func flush() throws {
    guard !waiting.isEmpty else { return }
    try events.append(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
