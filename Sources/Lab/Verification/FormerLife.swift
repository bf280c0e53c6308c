import AnnotationModel
import Cryptography
import Vocabulary

/// What a log that began with a restore may bring of the life before it (formats.md, section 4,
/// "Epochs").
struct FormerLife {
  private let knowledge: any ChannelKnowledge

  init(_ knowledge: any ChannelKnowledge) { self.knowledge = knowledge }

  /// The log that was restored must be the one that the lab holds, as far as it holds it.
  func check(_ restored: (epoch: EpochID, size: Int64, root: Digest)?) throws {
    guard let restored, try knowledge.holds(restored.epoch),
      let root = try knowledge.root(of: restored.epoch, at: restored.size)
    else { return }
    guard root == restored.root else {
      throw Refusal(
        Reason.logFork,
        "the log was restored from another one than the lab holds under epoch \(restored.epoch)")
    }
  }

  /// Whether an act that was made for `log` may come again in a log whose `restored` leaf names
  /// `former`: that one's, and those of lives before it that the lab holds.
  func mayBring(_ log: LogName, former: EpochID?) throws -> Bool {
    guard let former, log.channel == knowledge.log.channel else { return false }
    return try log.epoch == former || knowledge.holds(log.epoch)
  }

  /// The act must follow one that the lab has of the same person and log. Of a room that was copied
  /// two such may follow the same one: the person has signed both, and a person of the lab has
  /// accepted the log.
  ///
  /// `seen` are acts of this archive. Throws `act-chain`.
  func checkChain(_ act: Act, seen: [Digest: HeldAct]) throws {
    guard knowledge.knowsFormerLives else { return }
    let isFirst = act.n == 1 && act.previous == .zero
    let before = try seen[act.previous] ?? knowledge.heldAct(act.previous)
    let follows =
      before.map { $0.person == act.person && $0.log == act.log && $0.n == act.n - 1 } ?? false
    guard isFirst || follows else {
      throw Refusal(
        .actChain, "act \(act.n) of the log before follows none that the lab has of this person")
    }
  }

  /// Where a person stands with a task when the first act of this log on it comes: a revise or
  /// withdraw may name any answer of theirs to it. Which of them was their newest the room knew when
  /// it was restored, and the lab may know of later ones that the room has lost.
  func standing(before act: Act, seen: [Digest: HeldAct]) throws -> TaskStanding {
    guard let replaced = act.replaces else { return TaskStanding() }
    guard knowledge.knowsFormerLives else {
      return TaskStanding(counting: replaced, kind: .answer, answer: replaced)
    }
    guard let answer = try seen[replaced] ?? knowledge.heldAct(replaced),
      answer.person == act.person, answer.task == act.task,
      answer.kind == .answer || answer.kind == .revise
    else { return TaskStanding() }
    return TaskStanding(counting: replaced, kind: answer.kind, answer: replaced)
  }
}
