public import Vocabulary

/// What one person's acts on one task come to: the newest of answer, revise, withdraw and skip
/// counts (formats.md, section 8).
public struct TaskStanding: Equatable, Sendable {
  /// The act that counts, and its kind; nil while none does.
  public private(set) var counting: Digest?
  public private(set) var kind: ActKind?
  /// The newest answer or revise, which a revise must name, and a withdraw that doesn't name the
  /// skip that counts.
  public private(set) var answer: Digest?

  /// A standing to go on from; without values, that of a task nobody has touched.
  public init(counting: Digest? = nil, kind: ActKind? = nil, answer: Digest? = nil) {
    self.counting = counting
    self.kind = kind
    self.answer = answer
  }

  /// Whether an answer counts.
  public var isAnswered: Bool { kind == .answer || kind == .revise }

  /// Takes an act of this person on this task.
  ///
  /// Throws act-replaces where a revise or withdraw names anything but their newest answer or
  /// revise (a withdraw also the skip that counts), where one follows a withdraw, and where an
  /// answer doesn't say that it replaces one.
  public mutating func take(_ act: Act, hash: Digest) throws(Refusal) {
    switch act.kind {
    case .flag, .ask, .read, .key: return
    case .skip: break
    case .answer:
      guard !isAnswered else {
        throw Refusal(.actReplaces, "a second answer to a task doesn't say that it is a revision")
      }
    case .withdraw where kind == .skip && act.replaces == counting: break
    case .revise, .withdraw:
      guard kind != .withdraw, let answer, act.replaces == answer else {
        throw Refusal(.actReplaces, "an act replaces what isn't the person's newest answer")
      }
    }
    (counting, kind) = (hash, act.kind)
    if isAnswered { answer = hash }
  }
}
