import AnnotationModel
import BundleFormat
import Cryptography
import Glibc
import Store
public import TUF
import Vocabulary

/// Checks files of an exchange as far as what it was given allows (design.md, "The lab's side").
///
/// Archives of one log are checked in the order in which they are given, each going on from the
/// one before.
public final class Auditor {
  let card: RoomCard?
  /// The trust file's root, as far as one was given: who vouches for the project.
  public let trust: RootDocument?
  let lab: LabService?
  var logs: [LogName: OfflineKnowledge] = [:]

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
    self.trust = try trust.map { path in
      do {
        return try RootDocument(trusting: InputFile.read(path, limit: Int(Limits.root)))
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
      if isEvidence(path) {
        return try report(path, kind: "evidence") { try evidence(path, &$0) }
      }
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

  /// The project that the trust file is about.
  var project: ID? { trust?.project }

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
    guard let bytes = try noteBytes(beside: path, digest: source.digest) else {
      report.missing = "the note beside it, which says who sealed it"
      return
    }
    report.kind = "archive"
    guard let note = try note(bytes, &report) else { return }
    guard note.archive == source.digest else {
      report.level = .digest
      throw Refusal(Reason.noteDigest, "the note names another file")
    }
    guard let lab, let channel = try known(note.channel, in: lab) else { return }
    let identities = try lab.database.read { try Identities(sql: $0).all(of: channel.project) }
    let archive = try BundleReader(InputFile.open(path), identities: identities)
    try take(lab.check(archive, of: channel, epoch: note.epoch), .tasks, &report)
  }

  /// The note with the same name, else the one under which the lab took the archive in.
  private func noteBytes(beside path: String, digest: Digest) throws -> [UInt8]? {
    let beside = (path.hasSuffix(".age") ? String(path.dropLast(4)) : path) + ".note"
    if PrivateFile.exists(beside) { return try InputFile.read(beside, limit: Int(Limits.note)) }
    return try lab?.database.read { sql in
      try sql.first(
        """
        SELECT note FROM checkpoints JOIN notes USING (log, sequence) WHERE archive = ?
        """, .bytes(digest)
      )?.blob(0)
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
  func key(of channel: ID) throws -> VerifyingKey? {
    if let card, let project {
      guard ChannelName.channel(project: project, room: card.room) == channel else {
        throw Refusal(Reason.noteChannel, "it is about another channel than card and trust")
      }
      return card.key
    }
    return try lab?.database.read { try Channels(sql: $0).with(id: channel)?.key }
  }
}
