import AnnotationModel
import Store
import Vocabulary

/// Logs of a project's rooms that wait until a person of the lab accepts them.
struct WaitingLogs {
  let sql: SQL
  let project: ProjectRecord

  /// The one that is meant. Throws `Failure` where none waits, or several do and it isn't clear
  /// which.
  func choose(room: String?, epoch: String?) throws -> LogRecord {
    let channels = try ChannelChoice(sql: sql, project: project).channels(room.map { [$0] } ?? [])
    let waiting = try channels.flatMap { channel in
      try Logs(sql: sql, channel: channel.id).waiting().map { (channel, $0) }
    }
    let meant = waiting.filter { epoch.map($0.1.name.epoch.hex.hasPrefix) ?? true }
    guard let first = meant.first else {
      throw Failure(
        .refused,
        waiting.isEmpty
          ? "no new log waits to be accepted; sync the room's stick first"
          : "no log that waits begins with \(epoch ?? "")")
    }
    guard meant.count == 1 else {
      let list = meant.map { "\($0.1.name.epoch) of room \($0.0.room)" }.joined(separator: ", ")
      throw Failure(.usage, "several new logs wait: \(list). Name the room, or one with --epoch")
    }
    return first.1
  }
}

extension Logs {
  /// The channel's logs that wait, oldest first.
  func waiting() throws -> [LogRecord] {
    try sql.rows(
      "SELECT epoch FROM logs WHERE channel = ? AND state = 'waiting' ORDER BY id",
      .bytes(channel)
    ).compactMap { try find($0.fixed(0)) }
  }

  /// Makes a log that waited the current one. The one before ends and is returned; others that wait
  /// go on waiting.
  func goOn(with log: LogRecord, now: Int64) throws -> EpochID? {
    let former = try sql.first(
      "SELECT epoch FROM logs WHERE channel = ? AND state = 'current'", .bytes(channel)
    ).map { try $0.fixed(0, as: EpochID.self) }
    try sql.run(
      "UPDATE logs SET state = 'closed', ended = ? WHERE channel = ? AND state = 'current'",
      .integer(now), .bytes(channel))
    try sql.run("UPDATE logs SET state = 'current' WHERE id = ?", .integer(log.id))
    return former
  }
}

extension Notes {
  /// The note of the highest sequence.
  func newest() throws -> [UInt8]? {
    try sql.first(
      "SELECT note FROM notes WHERE log = ? ORDER BY sequence DESC LIMIT 1", .integer(log)
    )?.blob(0)
  }
}
