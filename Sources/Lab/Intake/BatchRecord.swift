import AnnotationModel
import BundleFormat
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// Writes down what a verified archive means for its channel.
struct BatchRecord {
  let sql: SQL
  let log: LogRecord
  let now: Int64

  func keep(_ batch: VerifiedBatch, _ note: ResultsNote, _ bytes: [UInt8]) throws {
    try Notes(sql: sql, log: log.id).put(note.sequence, bytes)
    try Logs(sql: sql, channel: log.name.channel)
      .update(log, former: batch.former, lastAt: batch.lastAt)
    try sql.run(
      """
      INSERT INTO checkpoints (log, size, sequence, root, frontier, archive, taken)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(log.id), .integer(batch.position.size), .integer(note.sequence),
      .bytes(batch.position.root), .blob(batch.frontier.bytes), .bytes(note.archive),
      .integer(now))
    try updateChannel(batch, note)
    let findings = Findings(sql: sql, channel: log.name.channel)
    for finding in batch.findings { try findings.put(finding, at: now) }
    try Journal(sql: sql, now: now).note("taken") {
      $0.member("channel", log.name.channel)
      $0.member("epoch", log.name.epoch)
      $0.member("sequence", note.sequence)
      $0.member("size", batch.position.size)
      $0.member("root", batch.position.root)
      $0.member("archive", note.archive)
    }
  }

  private func updateChannel(_ batch: VerifiedBatch, _ note: ResultsNote) throws {
    let channels = Channels(sql: sql)
    guard var channel = try channels.with(id: log.name.channel) else { return }
    let manifest = batch.manifest
    // A room that was restored may have lost bundles that it had acknowledged: they go out again.
    let received = manifest.received?.sequence ?? 0
    let isSameLife = channel.receipt?.epoch == log.name.epoch
    channel.acknowledged = isSameLife ? max(channel.acknowledged, received) : received
    channel.echo = manifest.nonce
    channel.seal = manifest.seal
    channel.heard = now
    channel.receipt = Receipt(
      epoch: log.name.epoch, sequence: note.sequence, size: batch.position.size,
      root: batch.position.root)
    channel.receiptIsSent = false
    if let card = batch.card, let bytes = batch.cardBytes {
      channel.key = card.key
      try sql.run(
        "UPDATE rooms SET card = ? WHERE id = ?", .blob(bytes), .bytes(channel.room))
      // Of projects from which nothing has come yet: their first archive is signed by the new key.
      try sql.run(
        "UPDATE channels SET key = ?, seal = ? WHERE room = ? AND heard IS NULL AND id <> ?",
        .blob(card.key.bytes), .text(card.seal.text), .bytes(channel.room), .bytes(channel.id))
    }
    try channels.put(channel)
  }
}
