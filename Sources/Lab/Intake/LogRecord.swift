import AnnotationModel
import Store
import Vocabulary

/// One life of a channel's log, as lab.sqlite has it.
struct LogRecord: Sendable {
  enum State: String, Sendable {
    /// Its archives are taken in.
    case current
    /// It waits until a person of the lab accepts it.
    case waiting
    /// It ended when the lab accepted a later one.
    case closed
  }

  let id: Int64
  let name: LogName
  let state: State
  /// The log before a restore, as `restored` named it.
  let former: EpochID?
  /// Time of the last leaf held.
  let lastAt: Int64
}

/// Logs in lab.sqlite, for the length of one transaction.
struct Logs {
  let sql: SQL
  let channel: ID

  /// The log of that epoch. The first that a channel shows is current, unless it is known to be a
  /// restored room's (`waits`); every later one, such as a restored or cloned room's, waits.
  func log(_ epoch: EpochID, waits: Bool = false) throws -> LogRecord {
    if let log = try find(epoch) { return log }
    let isFirst =
      try sql.first(
        "SELECT 1 FROM logs WHERE channel = ? AND state <> 'waiting'", .bytes(channel)) == nil
    let state: LogRecord.State = isFirst && !waits ? .current : .waiting
    try sql.run(
      "INSERT INTO logs (channel, epoch, state) VALUES (?, ?, ?)",
      .bytes(channel), .bytes(epoch), .text(state.rawValue))
    guard let log = try find(epoch) else {
      throw StoreFailure(.failed, path: "lab.sqlite", detail: "a log was not kept")
    }
    return log
  }

  func find(_ epoch: EpochID) throws -> LogRecord? {
    try sql.first(
      "SELECT id, state, former, last_at FROM logs WHERE channel = ? AND epoch = ?",
      .bytes(channel), .bytes(epoch)
    ).map { row in
      LogRecord(
        id: try row.integer(0), name: LogName(channel: channel, epoch: epoch),
        state: LogRecord.State(rawValue: try row.text(1)) ?? .waiting,
        former: try row.optionalFixed(2), lastAt: try row.integer(3))
    }
  }

  func update(_ log: LogRecord, former: EpochID?, lastAt: Int64) throws {
    try sql.run(
      "UPDATE logs SET former = ?, last_at = ? WHERE id = ?",
      .bytes(former), .integer(lastAt), .integer(log.id))
  }
}
