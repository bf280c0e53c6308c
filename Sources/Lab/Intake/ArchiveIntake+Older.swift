import BundleFormat
import Cryptography
import Exchange
import Store
import StrictJSON
import Vocabulary

extension ArchiveIntake {
  /// Looks at an archive that a newer one has made needless, once: where its note isn't in the chain
  /// of those that are held, a copy of the room may have made it, which nothing else would show.
  ///
  /// Its leaves must be those that the lab holds. Throws `log-fork`, with the evidence kept, where
  /// they are not; any other fault of an old archive is of no interest and left for later.
  func compare(_ note: ResultsNote, _ bytes: [UInt8], _ channel: ChannelRecord) throws {
    let unknown = try lab.database.read { sql -> LogRecord? in
      guard let log = try Logs(sql: sql, channel: channel.id).find(note.epoch) else { return nil }
      return try Notes(sql: sql, log: log.id).find(note.sequence) == nil ? log : nil
    }
    guard let log = unknown, log.state == .current,
      try folder.size(note.sequence, in: note.epoch) > 0
    else { return }
    try PrivateFile.makeFolder(lab.paths.spool)
    let archive = try folder.spool(
      note.sequence, in: note.epoch, sha256: note.archive, into: lab.paths.spool)
    do {
      try lab.database.read { sql in
        let identities = try Identities(sql: sql).all(of: channel.project)
        _ = try ArchiveVerifier.verify(
          BundleReader(archive.source(), identities: identities), sequence: note.sequence,
          knowledge: SQLKnowledge(channel, log, sql: sql), into: Unkept())
      }
    } catch let refusal as Refusal where refusal.code == Reason.logFork {
      try lab.archives.put(archive.sha256, from: archive.source())
      try lab.keepEvidence(refusal, channel: channel.id, note: bytes, archive: archive.sha256)
      throw refusal
    }
    try lab.database.write { try Notes(sql: $0, log: log.id).put(note.sequence, bytes) }
  }
}

/// Takes what an archive brings and keeps nothing of it.
private final class Unkept: BatchSink {
  /// An older archive that goes further than a newer one is of another log.
  func leaf(_ line: ArraySlice<UInt8>, place: Int64) throws {
    throw Refusal(
      Reason.logFork, "an older archive has leaves that a newer one has not: the log was rewritten")
  }

  func act(_ act: VerifiedAct) throws {}
}
