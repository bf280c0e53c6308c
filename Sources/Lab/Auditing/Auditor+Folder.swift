import AnnotationModel
import BundleFormat
import Cryptography
import Store
import Vocabulary

extension Auditor {
  /// A folder with what `age -d | zstd -d | tar x` gives.
  func folder(_ path: String, _ report: inout AuditReport) throws {
    let archive = try FolderArchive(path)
    report.digest = SHA256.hash(archive.manifest)
    if let manifest = try? DownManifest(parsing: archive.manifest) {
      return try bundle(manifest, archive, &report)
    }
    let manifest = try ResultManifest(parsing: archive.manifest)
    report.channel = ChannelName.channel(project: manifest.project, room: manifest.room)
    report.epoch = manifest.epoch
    report.sequence = manifest.sequence
    if let lab, let channel = try known(report.channel, in: lab) {
      try take(try lab.check(archive, of: channel, epoch: manifest.epoch), .tasks, &report)
    } else if let card, let project {
      let log = LogName(
        channel: ChannelName.channel(project: project, room: card.room), epoch: manifest.epoch)
      guard manifest.from <= logs[log]?.position?.size ?? 0 else {
        return try part(archive, manifest, log, card.key, &report)
      }
      try take(try check(archive, log, card, project), .log, &report)
    } else {
      try archive.read(manifest.entries, into: HashesOnly())
      report.level = .digest
      report.missing = "--card and --trust, or the lab's passphrase"
    }
  }

  /// What comes down is signed as ciphertext, so an opened bundle has hashes alone.
  private func bundle(
    _ manifest: DownManifest, _ archive: FolderArchive, _ report: inout AuditReport
  ) throws {
    report.kind = "bundle"
    report.channel = ChannelName.channel(project: manifest.project, room: manifest.room)
    report.sequence = manifest.sequence
    try archive.read(manifest.entries, into: HashesOnly())
    report.level = .digest
    guard let lab, let channel = try known(report.channel, in: lab) else { return }
    let made = try lab.database.read {
      try Bundles(sql: $0, channel: channel.id).manifest(manifest.sequence)
    }
    guard made == report.digest else {
      throw Refusal(Reason.manifestBinding, "this lab never made this bundle")
    }
    report.level = .tasks
  }

  /// An archive whose leaves go on from others that weren't given: its own hashes, and the
  /// signature of its checkpoint.
  private func part(
    _ archive: FolderArchive, _ manifest: ResultManifest, _ log: LogName, _ key: VerifyingKey,
    _ report: inout AuditReport
  ) throws {
    let hashes = HashesOnly(keeping: EntryName.checkpoint)
    try archive.read(manifest.entries, into: hashes)
    let checkpoint = try Checkpoint(
      verifying: hashes.kept,
      origin: ChannelName.checkpointKey(log.channel, epoch: log.epoch), key: key)
    report.size = checkpoint.size
    report.root = checkpoint.root
    report.level = .signature
    report.missing = "the archives before it, in their order: its root covers their leaves too"
  }

  func known(_ channel: ID?, in lab: LabService) throws -> ChannelRecord? {
    try channel.flatMap { id in try lab.database.read { try Channels(sql: $0).with(id: id) } }
  }

  private func check(
    _ archive: FolderArchive, _ log: LogName, _ card: RoomCard, _ project: ID
  ) throws -> VerifiedBatch {
    let knowledge =
      logs[log]
      ?? OfflineKnowledge(project: project, room: card.room, key: card.key, log: log)
    logs[log] = knowledge
    defer { knowledge.forget() }
    let batch = try ArchiveVerifier.verify(
      archive, sequence: nil, knowledge: knowledge, into: knowledge)
    knowledge.take(batch)
    return batch
  }

  func take(
    _ batch: VerifiedBatch, _ level: AuditReport.Level, _ report: inout AuditReport
  ) throws {
    report.size = batch.position.size
    report.root = batch.position.root
    report.acts = batch.newActs
    report.level = level
  }
}
