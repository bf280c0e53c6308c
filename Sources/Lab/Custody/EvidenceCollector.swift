import AnnotationModel
import BundleFormat
import Cryptography
import Store
import Vocabulary

/// Gathers what the lab keeps about a channel's contradictions and quarantines.
struct EvidenceCollector {
  let sql: SQL
  let channel: ChannelRecord
  let archives: any ArchiveStore

  func cases() throws -> [EvidenceCase] {
    try sql.rows(
      "SELECT id, code, why, at, note, archive FROM findings "
        + "WHERE channel = ? AND note IS NOT NULL ORDER BY id", .bytes(channel.id)
    ).map { row in
      let bytes = try row.blob(4)
      let note = try ResultsNote(parsing: SignedNote(parsing: bytes).text)
      var found = EvidenceCase(
        id: try row.integer(0), code: try row.text(1), why: try row.text(2),
        at: try row.integer(3), channel: channel.id, epoch: note.epoch)
      found.files = [(name: "offered.note", bytes: bytes)]
      let archive = try row.optionalDigest(5)
      switch found.code {
      case Reason.equivocation.rawValue: try addOther(of: note, to: &found)
      case Reason.logFork.rawValue: try addLogs(note, archive, to: &found)
      default: found.sealed = archive
      }
      return found
    }
  }

  /// The note that was verified before under the same number.
  private func addOther(of note: ResultsNote, to found: inout EvidenceCase) throws {
    guard let log = try Logs(sql: sql, channel: channel.id).find(note.epoch),
      let other = try Notes(sql: sql, log: log.id).find(note.sequence)
    else { return }
    found.files.insert((name: "held.note", bytes: other), at: 0)
  }

  /// Both logs from their first leaf, each with the checkpoint that signs it. Leaves hold no word
  /// of tasks or answers, so this may be given away.
  private func addLogs(
    _ note: ResultsNote, _ archive: Digest?, to found: inout EvidenceCase
  ) throws {
    guard let archive, let offered = try opened(archive),
      let log = try Logs(sql: sql, channel: channel.id).find(note.epoch),
      let held = try newest(of: log)
    else { return }
    let events = EventLog(sql, name: log.name.description)
    var lines: [[UInt8]] = []
    try events.lines(from: 0, to: held.size) { lines.append($0 + [0x0A]) }
    let manifest = try ResultManifest(parsing: offered.manifest)
    found.files += [
      (name: "held.log.jsonl", bytes: Array(lines.joined())),
      (name: "held.checkpoint", bytes: held.checkpoint),
      (
        name: "offered.log.jsonl",
        bytes: Array(lines.prefix(Int(manifest.from)).joined())
          + offered.files[EntryName.log, default: []]
      ),
      (name: "offered.checkpoint", bytes: offered.files[EntryName.checkpoint, default: []]),
    ]
    if let bytes = try Notes(sql: sql, log: log.id).find(held.sequence) {
      found.files.append((name: "held.note", bytes: bytes))
    }
  }

  private func newest(
    of log: LogRecord
  ) throws -> (size: Int64, sequence: Int64, checkpoint: [UInt8])? {
    let row = try sql.first(
      "SELECT size, sequence, archive FROM checkpoints WHERE log = ? ORDER BY size DESC LIMIT 1",
      .integer(log.id))
    guard let row, let opened = try opened(row.digest(2)) else { return nil }
    return (
      try row.integer(0), try row.integer(1), opened.files[EntryName.checkpoint, default: []]
    )
  }

  private func opened(
    _ archive: Digest
  ) throws -> (manifest: [UInt8], files: [String: [UInt8]])? {
    guard let source = try archives.get(archive) else { return nil }
    let reader = try BundleReader(
      source, identities: Identities(sql: sql).all(of: channel.project))
    let keeper = EntryKeeper([EntryName.checkpoint, EntryName.log])
    try reader.read(try ResultManifest(parsing: reader.manifest).entries, into: keeper)
    return (reader.manifest, keeper.files)
  }
}
