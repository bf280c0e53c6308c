import AnnotationModel
import BundleFormat
import Cryptography
import Glibc
import Store
import TUF
import Vocabulary

/// Checks files of an exchange as far as what it was given allows (design.md, "The lab's side").
///
/// Archives of one log are checked in the order in which they are given, each going on from the
/// one before.
public final class Auditor {
  private let card: RoomCard?
  private let project: ID?
  private let lab: LabService?
  private var logs: [LogName: OfflineKnowledge] = [:]

  /// An auditor with a room's card and a project's trust file, or with a lab that knows both; nil
  /// for what wasn't given.
  ///
  /// Throws `Failure` (bad input) for a file that isn't what it should be.
  public init(card: String?, trust: String?, lab: LabService?) throws {
    self.lab = lab
    self.card = try card.map { path in
      do {
        return try RoomCard(verifying: InputFile.read(path, limit: Int(Limits.note)))
      } catch let refusal as Refusal {
        throw Failure(.badInput, "\(path): \(refusal.why)")
      }
    }
    project = try trust.map { path in
      do {
        return try RootDocument(trusting: InputFile.read(path, limit: Int(Limits.root))).project
      } catch let refusal as Refusal {
        throw Failure(.badInput, "\(path): \(refusal.why)")
      }
    }
  }

  /// What can be said of a file or folder; what is refused is part of the report.
  ///
  /// Throws `Failure` (bad input) for a path that can't be read.
  public func audit(_ path: String) throws -> AuditReport {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return try report(path, kind: "archive") { try folder(path, &$0) }
    }
    if path.hasSuffix(".note") {
      return try report(path, kind: "note") { report in
        let bytes = try InputFile.read(path, limit: Int(Limits.note))
        report.digest = SHA256.hash(bytes)
        report.level = .digest
        _ = try note(bytes, &report)
      }
    }
    return try report(path, kind: "sealed") { try sealed(path, &$0) }
  }

  private func report(
    _ path: String, kind: String, _ body: (inout AuditReport) throws -> Void
  ) throws -> AuditReport {
    var report = AuditReport(path, kind: kind)
    do {
      try body(&report)
    } catch let refusal as Refusal {
      report.refusal = refusal
    }
    return report
  }

  /// A sealed file: its hash, and the signature of the note beside it that names that hash.
  private func sealed(_ path: String, _ report: inout AuditReport) throws {
    let source = HashingSource(try InputFile.open(path))
    _ = try source.copy(to: CountingSink())
    report.digest = source.digest
    report.level = .digest
    let beside = (path.hasSuffix(".age") ? String(path.dropLast(4)) : path) + ".note"
    guard PrivateFile.exists(beside) else {
      report.missing = "the note beside it, which says who sealed it"
      return
    }
    report.kind = "archive"
    let bytes = try InputFile.read(beside, limit: Int(Limits.note))
    guard let note = try note(bytes, &report) else { return }
    guard note.archive == source.digest else {
      report.level = .digest
      throw Refusal(Reason.noteDigest, "the note names another file")
    }
  }

  /// A note's signature, where the room's key is known.
  private func note(_ bytes: [UInt8], _ report: inout AuditReport) throws -> ResultsNote? {
    let claimed = try ResultsNote(parsing: SignedNote(parsing: bytes).text)
    guard let key = try key(of: claimed.channel) else {
      report.missing = "--card and --trust, or the lab's passphrase"
      return nil
    }
    let note = try ResultsNote(verifying: bytes, channel: claimed.channel, key: key)
    report.channel = note.channel
    report.epoch = note.epoch
    report.sequence = note.sequence
    report.level = .signature
    return note
  }

  /// The key that signs for a channel: the card's where card and project make that channel, else
  /// the lab's.
  private func key(of channel: ID) throws -> VerifyingKey? {
    if let card, let project {
      guard ChannelName.channel(project: project, room: card.room) == channel else {
        throw Refusal(Reason.noteChannel, "it is about another channel than card and trust")
      }
      return card.key
    }
    return try lab?.database.read { try Channels(sql: $0).with(id: channel)?.key }
  }
}

extension Auditor {
  private func folder(_ path: String, _ report: inout AuditReport) throws {
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
      try take(try check(archive, manifest, card, project), .log, &report)
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

  private func known(_ channel: ID?, in lab: LabService) throws -> ChannelRecord? {
    try channel.flatMap { id in try lab.database.read { try Channels(sql: $0).with(id: id) } }
  }

  private func check(
    _ archive: FolderArchive, _ manifest: ResultManifest, _ card: RoomCard, _ project: ID
  ) throws -> VerifiedBatch {
    let log = LogName(
      channel: ChannelName.channel(project: project, room: card.room), epoch: manifest.epoch)
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

  private func take(
    _ batch: VerifiedBatch, _ level: AuditReport.Level, _ report: inout AuditReport
  ) throws {
    report.size = batch.position.size
    report.root = batch.position.root
    report.acts = batch.newActs
    report.level = level
  }
}

extension LabService {
  /// Checks an archive against what the lab holds, and keeps nothing of it.
  func check(
    _ archive: any ArchiveContent, of channel: ChannelRecord, epoch: EpochID
  ) throws -> VerifiedBatch {
    struct Checked: Error { let batch: VerifiedBatch }
    do {
      return try database.write { sql in
        let log = try Logs(sql: sql, channel: channel.id).log(epoch)
        let knowledge = try SQLKnowledge(channel, log, sql: sql)
        let sink = SQLBatchSink(log, sql: sql)
        throw Checked(
          batch: try ArchiveVerifier.verify(
            archive, sequence: nil, knowledge: knowledge, into: sink))
      }
    } catch let checked as Checked {
      return checked.batch
    }
  }
}
