import AnnotationModel
import Cryptography
import Store
import Vocabulary

/// Begins a new life of a channel's log, as after a restore (formats.md, section 4, "Epochs"): leaf
/// 0 is `restored`, then each person's `person` leaf, then every act leaf that no receipt covers.
///
/// One transaction, the caller's: the store is in the old life or whole in the new one. The old log
/// stays in the store under its epoch.
struct NewEpoch {
  let store: ProjectTransaction
  let context: Context

  private static let page: Int64 = 256

  /// Begins the epoch. `alarm` is the code of what made it necessary, where it was no restore that
  /// a person asked for; it stands after everything else.
  func begin(alarm: Refusal.Code? = nil) throws -> EpochID {
    let former: EpochID = try store.identifier(.epoch)
    let receipted = try store.integer(.receiptedSize) ?? 0
    let people = try CarriedPeople(in: store, log: store.log, receipted: receipted).people
    let restored = try restored(after: former, receipted: receipted)
    try store.setLogAside(as: former)
    let epoch = context.fresh(EpochID.self)
    try store.set(.epoch, epoch.bytes)
    try store.set(.awaitsAcceptance, 1)
    try append(restored)
    for (person, key) in people { try append(.person(person: person, key: key, why: .added)) }
    try appendAgain(from: receipted, of: store.formerLog(former))
    if let alarm { try store.raiseAlarm(alarm, hash: nil, now: context.now()) }
    return epoch
  }

  /// What the store's last own checkpoint said. A life that made none, and in which nobody acted,
  /// is passed over: the lab hasn't heard of it, and acts can name but one earlier log.
  private func restored(after former: EpochID, receipted: Int64) throws -> LeafEvent {
    if let own = try store.lastExport() {
      return .restored(epoch: former, size: own.size, root: own.root)
    }
    if let first = try store.log.line(0), case let event = try Leaf(parsing: first).event,
      case .restored = event, try !holdsActs(of: former)
    {
      return event
    }
    return .restored(epoch: former, size: 0, root: MerkleFrontier().root)
  }

  private func holdsActs(of epoch: EpochID) throws -> Bool {
    var holds = false
    try store.eachAct(from: 0, to: store.log.size()) { body in
      if try Act(parsing: body).log.epoch == epoch { holds = true }
    }
    return holds
  }

  /// Appends the act leaves from `place` on, with the same body and signature, and the keys between
  /// them that replaced another.
  private func appendAgain(from place: Int64, of log: EventLog) throws {
    var next = place
    let end = try log.size()
    while next < end {
      var leaves: [Leaf] = []
      let pageEnd = min(end, next + Self.page)
      try log.lines(from: next, to: pageEnd) { leaves.append(try Leaf(parsing: $0)) }
      for leaf in leaves { try appendAgain(leaf) }
      next = pageEnd
    }
  }

  /// The leaf's own time is in `since`: the log's times never go back.
  private func appendAgain(_ leaf: Leaf) throws {
    let at = try store.leafTime(context.now())
    switch leaf.event {
    case .act(_, let act, _):
      try store.appendAgain(
        act, leaf: Leaf(at: at, since: leaf.since ?? leaf.at, event: leaf.event))
    case .person(_, _, .recovered): try append(leaf.event)
    default: break
    }
  }

  private func append(_ event: LeafEvent) throws {
    try store.append(Leaf(at: try store.leafTime(context.now()), event: event))
  }
}
