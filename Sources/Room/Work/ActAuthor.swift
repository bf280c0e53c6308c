import AnnotationModel
import Cryptography
import Store
import Vocabulary

/// Writes a person's acts: numbers them, chains them, signs them, and appends each with its leaf
/// (formats.md, section 8).
struct ActAuthor: Sendable {
  let person: ID
  let key: SigningKey
  let log: LogName
  let context: Context

  /// What differs from one act to the next.
  struct Draft {
    var content: ActContent
    var task: Digest?
    var schema: Digest
    var guidelines: Digest
    var activeMs: Int64 = 0
    var scripted = false
    var origin: [Act.Origin]?
  }

  /// Appends the act and its leaf inside the caller's transaction; returns the act's hash.
  func append(_ draft: Draft, in store: ProjectTransaction) throws -> Digest {
    guard let head = try store.head(person) else {
      throw Refusal(.actPerson, "this person has no key in the project's log yet")
    }
    let at = try store.leafTime(context.now())
    let act = act(draft, head: head, at: at)
    let body = act.encoded()
    guard body.count <= Limits.record else {
      throw Failure(.badInput, "the answer is larger than \(Limits.record >> 20) MiB")
    }
    let hash = SHA256.hash(body)
    let signed = DSSE.preAuthentication(type: Act.payloadType, body: body)
    let event = LeafEvent.act(person: person, act: hash, signature: key.signature(of: signed))
    try store.append(act, hash: hash, body: body, leaf: Leaf(at: at, event: event))
    try countLease(act, in: store)
    try countTime(act, in: store)
    return hash
  }

  private func act(_ draft: Draft, head: ChainHead, at: Int64) -> Act {
    Act(
      log: log, person: person, n: head.n + 1, previous: head.last,
      salt: context.fresh(ID.self), task: draft.task, schema: draft.schema,
      guidelines: draft.guidelines, at: at, activeMs: draft.activeMs, scripted: draft.scripted,
      origin: draft.origin, content: draft.content)
  }

  /// The lease is counted in work, not in time (formats.md, section 3).
  private func countLease(_ act: Act, in store: ProjectTransaction) throws {
    switch act.kind {
    case .answer, .revise, .skip:
      try store.set(.leaseActs, (try store.integer(.leaseActs) ?? 0) + 1)
    case .withdraw, .flag, .ask, .read, .key: break
    }
    try store.set(.leaseMs, (try store.integer(.leaseMs) ?? 0) + act.activeMs)
  }

  /// The time that an act claims stands in the person's hours too, once.
  private func countTime(_ act: Act, in store: ProjectTransaction) throws {
    switch (act.kind, act.task) {
    case (.answer, let task?), (.revise, let task?), (.skip, let task?):
      try store.endTime(person: person, task: task, total: act.activeMs, now: act.at)
    default: try store.book(person: person, ms: act.activeMs, now: act.at)
    }
  }
}
