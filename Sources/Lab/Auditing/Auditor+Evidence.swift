import BundleFormat
import Cryptography
import Store
import StrictJSON
import Vocabulary

extension Auditor {
  /// Whether a folder is a case of `custody -o`.
  func isEvidence(_ path: String) -> Bool {
    PrivateFile.exists("\(path)/\(EvidenceCase.description)")
  }

  /// Whether the files of a case prove what it says, by the room's own signatures.
  func evidence(_ path: String, _ report: inout AuditReport) throws {
    let described = try InputFile.read(
      "\(path)/\(EvidenceCase.description)", limit: Int(Limits.note))
    let code: String
    do {
      let root = try JSONDocument(described).root
      guard try root.require("airlock").string() == EvidenceCase.form else {
        throw Refusal("evidence-form", "evidence of a form that this version doesn't know")
      }
      code = try root.require("code").string()
      report.channel = try root.require("channel").id()
      report.epoch = try root.require("epoch").epoch()
    } catch let fault as JSONFault {
      throw fault.refusal
    }
    guard let channel = report.channel, let epoch = report.epoch,
      let key = try key(of: channel)
    else {
      report.missing = "--card and --trust, or the lab's passphrase"
      return
    }
    let proof = Proof(path: path, channel: channel, epoch: epoch, key: key)
    report.kind = "evidence"
    switch code {
    case Reason.equivocation.rawValue: report.proves = try proof.equivocation()
    case Reason.logFork.rawValue: report.proves = try proof.fork()
    default: report.proves = try proof.signedNote()
    }
    report.level = code == Reason.logFork.rawValue ? .log : .signature
  }

  /// The files of one case.
  private struct Proof {
    let path: String
    let channel: ID
    let epoch: EpochID
    let key: VerifyingKey

    func signedNote() throws -> String {
      let note = try note("offered.note")
      return "the room signed archive \(note.sequence) of this epoch"
    }

    func equivocation() throws -> String {
      let (held, offered) = (try note("held.note"), try note("offered.note"))
      guard held.sequence == offered.sequence, held != offered else {
        throw Refusal("evidence-none", "the two notes don't contradict each other")
      }
      return "the room signed two different notes with number \(held.sequence)"
    }

    func fork() throws -> String {
      let (held, offered) = (try log("held"), try log("offered"))
      if let place = zip(held, offered).enumerated().first(where: { $1.0 != $1.1 })?.offset {
        return "the room signed two logs that differ at leaf \(place)"
      }
      let (older, newer) = (try note("held.note"), try note("offered.note"))
      guard offered.count < held.count, newer.sequence > older.sequence else {
        throw Refusal("evidence-none", "the two logs don't contradict each other")
      }
      return "the room signed a log of \(held.count) leaves and later one of \(offered.count)"
    }

    private func note(_ name: String) throws -> ResultsNote {
      let note = try ResultsNote(
        verifying: InputFile.read("\(path)/\(name)", limit: Int(Limits.note)), channel: channel,
        key: key)
      guard note.epoch == epoch else {
        throw Refusal(Reason.noteChannel, "\(name) is of another epoch")
      }
      return note
    }

    /// The lines of a log whose root its checkpoint signs.
    private func log(_ name: String) throws -> [ArraySlice<UInt8>] {
      let checkpoint = try Checkpoint(
        verifying: InputFile.read("\(path)/\(name).checkpoint", limit: Int(Limits.note)),
        origin: ChannelName.checkpointKey(channel, epoch: epoch), key: key)
      let bytes = try InputFile.read("\(path)/\(name).log.jsonl", limit: Int(Limits.sealed))
      let lines = bytes.split(separator: 0x0A)
      var frontier = MerkleFrontier()
      for line in lines { frontier.append(leafHash: MerkleTree.leafHash(of: line)) }
      guard frontier.size == checkpoint.size, frontier.root == checkpoint.root else {
        throw Refusal(Reason.root, "\(name).log.jsonl doesn't give the root that the room signed")
      }
      return lines
    }
  }
}
