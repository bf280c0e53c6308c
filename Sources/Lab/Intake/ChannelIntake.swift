import BundleFormat
import Cryptography
import Exchange
import Store
import StrictJSON
import Vocabulary

/// Takes in what one channel of a stick brings up.
struct ChannelIntake {
  let lab: LabService
  let folder: UpFolder
  var watch = StickWatch.silent

  /// What came of one epoch's folder.
  struct Outcome {
    var taken: [SyncReport.Taken] = []
    var refused: [SyncReport.Refused] = []
    var findings: [Finding] = []
  }

  /// Goes through the epochs; refusals are part of the outcome, faults of drive and store are
  /// thrown.
  func run() throws -> Outcome {
    var outcome = Outcome()
    for epoch in try folder.epochs() { try run(epoch, into: &outcome) }
    for refused in outcome.refused { try report(refused) }
    return outcome
  }

  /// Newest first, since an archive holds all since the last receipt: older ones are needed only
  /// where the newest begins beyond what is held, or is bad. Whatever is taken in may make another
  /// one fit, so it begins again until nothing more does.
  private func run(_ epoch: EpochID, into outcome: inout Outcome) throws {
    var refusals: [Int64: Refusal] = [:]
    while true {
      refusals = [:]
      let state = try self.state(of: epoch)
      guard let taken = try next(epoch, state, &refusals) else { break }
      outcome.taken.append(taken.0)
      outcome.findings += taken.1
    }
    let newest = try state(of: epoch).newest
    for (sequence, refusal) in refusals.sorted(by: { $0.key < $1.key }) {
      // Of archives that a newer one has made needless only a contradiction is of interest.
      let contradicts = [Reason.equivocation, Reason.logFork].contains(refusal.code)
      guard sequence > newest || contradicts else { continue }
      outcome.refused.append(
        SyncReport.Refused(
          channel: folder.channel, epoch: epoch, sequence: sequence,
          code: refusal.code.rawValue, why: refusal.why))
    }
  }

  /// Where a log stands before the next archive.
  private struct State {
    let channel: ChannelRecord
    let newest: Int64
  }

  private func state(of epoch: EpochID) throws -> State {
    try lab.database.read { sql in
      guard let channel = try Channels(sql: sql).with(id: folder.channel) else {
        throw Failure(.refused, "channel \(folder.channel) is gone")
      }
      let log = try Logs(sql: sql, channel: channel.id).find(epoch)
      return State(
        channel: channel,
        newest: try log.map { try Notes(sql: sql, log: $0.id).newestTaken() } ?? 0)
    }
  }

  /// Takes in the newest archive that can be; nil where none can.
  private func next(
    _ epoch: EpochID, _ state: State, _ refusals: inout [Int64: Refusal]
  ) throws -> (SyncReport.Taken, [Finding])? {
    for sequence in try folder.sequences(in: epoch).reversed() {
      do {
        guard let bytes = try folder.note(sequence, in: epoch), !Self.isCutOff(bytes) else {
          continue
        }
        let note = try check(sequence, bytes, epoch, state)
        let intake = ArchiveIntake(lab: lab, folder: folder)
        guard sequence > state.newest else {
          try intake.compare(note, bytes, state.channel)
          continue
        }
        watch.expect(.takingIn, files: 1, bytes: try folder.size(sequence, in: epoch))
        return try intake.take(note, bytes, state.channel)
      } catch let refusal as Refusal {
        refusals[sequence] = refusal
      } catch let fault as JSONFault {
        refusals[sequence] = fault.refusal
      }
    }
    return nil
  }

  /// A note ends in LF. One that doesn't is what a stick pulled out in the room may leave: as good
  /// as none, and no alarm. The room completes it at its next sync.
  private static func isCutOff(_ note: [UInt8]) -> Bool { note.last != 0x0A }

  private func check(
    _ sequence: Int64, _ bytes: [UInt8], _ epoch: EpochID, _ state: State
  ) throws -> ResultsNote {
    do {
      return try NoteCheck(
        channel: folder.channel, epoch: epoch, key: state.channel.key,
        neighbour: { try neighbour($0, epoch) }
      ).check(sequence, bytes)
    } catch let refusal as Refusal where refusal.code == Reason.equivocation {
      try lab.keepEvidence(refusal, channel: folder.channel, note: bytes, archive: nil)
      throw refusal
    }
  }

  private func neighbour(_ sequence: Int64, _ epoch: EpochID) throws -> NoteCheck.Neighbour? {
    let verified = try lab.database.read { sql -> [UInt8]? in
      guard let log = try Logs(sql: sql, channel: folder.channel).find(epoch) else { return nil }
      return try Notes(sql: sql, log: log.id).find(sequence)
    }
    if let verified { return .verified(verified) }
    return try folder.note(sequence, in: epoch).map { .found($0) }
  }

  /// One alarm for each refusal; no other table changes.
  private func report(_ refused: SyncReport.Refused) throws {
    try lab.database.write { sql in
      try Journal(sql: sql, now: lab.context.now()).note("refused") {
        $0.member("channel", refused.channel)
        if let epoch = refused.epoch { $0.member("epoch", epoch) }
        if let sequence = refused.sequence { $0.member("sequence", sequence) }
        $0.member("code", refused.code)
      }
    }
  }
}
