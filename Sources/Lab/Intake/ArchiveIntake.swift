import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import StrictJSON
import Vocabulary

/// Takes in one archive whose note was verified: copied while hashing, verified from the copy,
/// kept, and committed in one transaction.
struct ArchiveIntake {
  let lab: LabService
  let folder: UpFolder

  /// Throws `Refusal` for a bad archive; nothing but evidence was kept then. An archive of a log that
  /// waits is kept with its note, for when a person accepts the log.
  func take(
    _ note: ResultsNote, _ bytes: [UInt8], _ channel: ChannelRecord
  ) throws -> (SyncReport.Taken, [Finding]) {
    try refuseAgain(note, bytes, channel)
    try PrivateFile.makeFolder(lab.paths.spool)
    let archive = try folder.spool(
      note.sequence, in: note.epoch, sha256: note.archive, into: lab.paths.spool)
    do {
      return try commit(note, bytes, channel, archive)
    } catch let refusal as Refusal {
      try keepApart(refusal, note, bytes, channel, archive)
      throw refusal
    }
  }

  private func commit(
    _ note: ResultsNote, _ bytes: [UInt8], _ channel: ChannelRecord, _ archive: SpooledArchive
  ) throws -> (SyncReport.Taken, [Finding]) {
    try lab.database.write { sql in
      try requireWelcome(channel, sql)
      let log = try Logs(sql: sql, channel: channel.id).log(note.epoch)
      try check(log)
      let taken = try ArchiveCommit(sql: sql, now: lab.context.now()).take(
        note, bytes, channel, log, archive.source())
      try requireBirth(log, sql)
      try keepOlderNotes(note, log, channel, sql)
      // On the disk before the ledger names it.
      try lab.archives.put(archive.sha256, from: archive.source())
      return taken
    }
  }

  /// What speaks against the room is kept as evidence, and what only waits until it is accepted; of
  /// any other refused archive nothing is.
  private func keepApart(
    _ refusal: Refusal, _ note: ResultsNote, _ bytes: [UInt8], _ channel: ChannelRecord,
    _ archive: SpooledArchive
  ) throws {
    switch refusal.code {
    case Reason.logFork, Reason.roomRevoked:
      try lab.archives.put(archive.sha256, from: archive.source())
      try lab.keepEvidence(refusal, channel: channel.id, note: bytes, archive: archive.sha256)
    case Reason.epochWaiting, Reason.epochClosed:
      try lab.archives.put(archive.sha256, from: archive.source())
      try lab.database.write { sql in
        let log = try Logs(sql: sql, channel: channel.id).log(note.epoch, waits: true)
        try Notes(sql: sql, log: log.id).put(note.sequence, bytes)
      }
    default: break
    }
  }

  /// What is kept apart already is not copied from the stick once more.
  private func refuseAgain(
    _ note: ResultsNote, _ bytes: [UInt8], _ channel: ChannelRecord
  ) throws {
    try lab.database.read { sql in
      let log = try Logs(sql: sql, channel: channel.id).find(note.epoch)
      let isKept = try log.map { try Notes(sql: sql, log: $0.id).find(note.sequence) == bytes }
      if let log, isKept == true { try check(log) }
      if try Findings(sql: sql, channel: channel.id).holds(bytes) {
        try requireWelcome(channel, sql)
      }
    }
  }

  private func requireWelcome(_ channel: ChannelRecord, _ sql: SQL) throws {
    guard try ChannelStates(sql: sql).since(.revoked, channel.id) == nil else {
      throw Refusal(
        Reason.roomRevoked, "the room is revoked: its archive is kept apart and counts in nothing")
    }
  }

  private func check(_ log: LogRecord) throws(Refusal) {
    switch log.state {
    case .current: return
    case .waiting: throw Self.waits
    case .closed:
      throw Refusal(
        Reason.epochClosed,
        "the lab goes on with a later log of this room; this one may come from a copy of it. "
          + "It is kept, and counts in nothing")
    }
  }

  /// A log that begins with a restore waits even where it is the first that the lab sees: which of
  /// two lives on a stick is looked at first must not decide which of them counts.
  private func requireBirth(_ log: LogRecord, _ sql: SQL) throws {
    let known = try Logs(sql: sql, channel: log.name.channel).find(log.name.epoch)
    guard log.former == known?.former else { throw Self.waits }
  }

  private static let waits = Refusal(
    Reason.epochWaiting,
    "the room began a new log, as after a restore: it waits until the lab accepts it "
      + "(room accept)")

  /// Notes of superseded archives are kept too, as far as each is named by the next: should the
  /// room ever show another under such a sequence, that is a contradiction.
  private func keepOlderNotes(
    _ note: ResultsNote, _ log: LogRecord, _ channel: ChannelRecord, _ sql: SQL
  ) throws {
    var newer = note
    while newer.sequence > 1, let bytes = try folder.note(newer.sequence - 1, in: note.epoch),
      (try? SignedNote(parsing: bytes))?.mayHash(to: newer.previous) == true,
      let older = try? ResultsNote(verifying: bytes, channel: channel.id, key: channel.key)
    {
      try Notes(sql: sql, log: log.id).put(older.sequence, bytes)
      newer = older
    }
  }
}
