import BundleFormat
import Cryptography
import Store
import Vocabulary

/// One archive from its sealed bytes into lab.sqlite, in the caller's transaction.
struct ArchiveCommit {
  let sql: SQL
  let now: Int64

  /// Verifies an archive of a log that is current and keeps what it brought.
  ///
  /// Throws `Refusal` for a bad archive; the transaction must be rolled back then.
  func take(
    _ note: ResultsNote, _ bytes: [UInt8], _ channel: ChannelRecord, _ log: LogRecord,
    _ archive: any ByteSource
  ) throws -> (SyncReport.Taken, [Finding]) {
    let knowledge = try SQLKnowledge(channel, log, sql: sql)
    let sink = SQLBatchSink(log, sql: sql)
    let identities = try Identities(sql: sql).open(of: channel.project)
    let batch = try ArchiveVerifier.verify(
      BundleReader(archive, identities: identities), sequence: note.sequence,
      knowledge: knowledge, into: sink)
    guard batch.position.size >= knowledge.position?.size ?? 0 else {
      throw Refusal(
        Reason.logFork, "a newer archive ends before leaves that the lab holds: the log was cut")
    }
    try sink.finish(batch.people)
    try BatchRecord(sql: sql, log: log, now: now).keep(batch, note, bytes)
    // From the former life's end, where this is the first archive of another.
    let ledger = SQLLedger(sql)
    try ledger.advance(from: ledger.position(of: channel.id), to: batch.position)
    let taken = SyncReport.Taken(
      channel: channel.id, epoch: note.epoch, sequence: note.sequence, leaves: batch.newLeaves,
      acts: batch.newActs, size: batch.position.size, root: batch.position.root)
    return (taken, batch.findings)
  }
}
