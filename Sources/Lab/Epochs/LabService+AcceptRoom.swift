import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import StrictJSON
public import Vocabulary

/// What `room accept` did.
public struct AcceptedRoom: Sendable, Equatable {
  /// The room's id.
  public let room: ID
  /// The life of its log that counts from now on, and the one that counted before.
  public let epoch: EpochID
  public let former: EpochID?
  /// What its newest archive brought.
  public let taken: SyncReport.Taken
  /// The newest bundle that the room says it has; those after it go out again.
  public let acknowledged: Int64
  /// What a person should know of it.
  public let findings: [Finding]
  /// Whether the order lies on a stick; else the next `sync` puts it on one.
  public internal(set) var isWritten = false
}

extension LabService {
  /// Goes on with a new log of a room, as after a restore: its newest archive is taken in, and the
  /// room is told by an `accept-epoch` order, sealed to that log's newest recipient.
  ///
  /// `epoch` names the log, by the beginning of its id, where several wait. Throws `Failure` where
  /// none waits or its archive is bad; then nothing has changed.
  public func acceptRoom(
    _ room: String?, project: String, epoch: String? = nil, exchange: String? = nil
  ) throws -> AcceptedRoom {
    try acceptRoom(
      room, project: project, epoch: epoch,
      on: exchange.map { try StickWriter.folder($0, create: true) })
  }

  /// The same with any drive. Where it can't be written, the room is accepted all the same, and
  /// `sync` puts the order on this stick or another.
  func acceptRoom(
    _ room: String?, project: String, epoch: String? = nil, on drive: (any Drive)?
  ) throws -> AcceptedRoom {
    var (accepted, releases) = try database.write { sql in
      let project = try Projects(sql: sql).named(project)
      let log = try WaitingLogs(sql: sql, project: project).choose(room: room, epoch: epoch)
      let accepted = try accept(log, sql)
      guard let channel = try Channels(sql: sql).with(id: log.name.channel) else {
        throw Failure(.refused, "channel \(log.name.channel) is gone")
      }
      return (accepted, try release([channel], sql))
    }
    accepted.isWritten = try put(
      releases, on: drive, given: "the room is accepted, sync puts the order")
    return accepted
  }

  private func accept(_ log: LogRecord, _ sql: SQL) throws -> AcceptedRoom {
    let logs = Logs(sql: sql, channel: log.name.channel)
    let former = try logs.goOn(with: log, now: context.now())
    guard let log = try logs.find(log.name.epoch) else {
      throw StoreFailure(.damaged, path: "lab.sqlite", detail: "a log is gone")
    }
    let (taken, findings) = try takeKept(log, sql)
    guard var channel = try Channels(sql: sql).with(id: log.name.channel) else {
      throw StoreFailure(.damaged, path: "lab.sqlite", detail: "a channel is gone")
    }
    let acknowledged = channel.acknowledged
    try OrderIssue(sql: sql, context: context).put(
      .acceptEpoch(log.name.epoch), into: &channel)
    try Journal(sql: sql, now: context.now()).note("accept-epoch") {
      $0.member("channel", channel.id)
      $0.member("room", channel.room)
      $0.member("epoch", log.name.epoch)
      if let former { $0.member("former", former) }
    }
    return AcceptedRoom(
      room: channel.room, epoch: log.name.epoch, former: former, taken: taken,
      acknowledged: acknowledged, findings: findings)
  }

  /// Takes in the newest archive that waited: it holds all since the log began.
  private func takeKept(
    _ log: LogRecord, _ sql: SQL
  ) throws -> (SyncReport.Taken, [Finding]) {
    guard let channel = try Channels(sql: sql).with(id: log.name.channel),
      let bytes = try Notes(sql: sql, log: log.id).newest()
    else { throw Failure(.refused, "nothing of this log was kept: sync its stick first") }
    do {
      let note = try ResultsNote(verifying: bytes, channel: channel.id, key: channel.key)
      guard let archive = try archives.get(note.archive) else {
        throw Failure(.refused, "the log's newest archive is not kept any more: sync it again")
      }
      return try ArchiveCommit(sql: sql, now: context.now()).take(
        note, bytes, channel, log, archive)
    } catch let refusal as Refusal {
      throw Failure(
        .refused,
        "the new log's newest archive is bad (\(refusal.code.rawValue): \(refusal.why)), "
          + "so nothing was accepted")
    }
  }
}
