import BundleFormat
import Store
import TUF
import Vocabulary

/// One order on its way into the project's store, inside the transaction of its import
/// (formats.md, section 5).
///
/// Each kind of order is an extension in a file of its own. What one throws undoes the import: the
/// order is refused, and what follows it in the sequence waits.
struct OrderApplication {
  let channel: TrustedChannel
  let store: ProjectTransaction
  /// Its number among what comes down.
  let sequence: Int64
  /// The hash of its manifest, by which a person's `read` act names it.
  let manifest: Digest
  /// When the lab made it, milliseconds since 1970 UTC.
  let issued: Int64
  let content: OrderIntake
  /// What TUF trusts, this import included.
  let state: TrustState

  /// Carries out the order that was read. Throws `Refusal`.
  func run(_ entries: [ManifestEntry]) throws -> OrderEffect {
    let order = try Order(parsing: content.order)
    try order.check(entries)
    try store.insertOrder(sequence: sequence, body: content.order)
    if let notice = try notice(order) { try store.insertNotice(notice) }
    var effect = try apply(order)
    effect.taken?.text = order.text ?? ""
    return effect
  }

  /// What the carrier of the stick is told of an order, beside its text.
  func effect(of name: String, _ consequences: [String] = []) -> OrderEffect {
    OrderEffect(taken: .init(name: name, consequences: consequences))
  }

  /// What people are to read of it; a reply is for who asked.
  private func notice(_ order: Order) throws -> StoredNotice? {
    guard let text = order.text else { return nil }
    var act: Digest?
    if case .reply(let answered, _) = order { act = answered }
    return StoredNotice(
      sequence: sequence, manifest: manifest, kind: order.name, text: text, act: act,
      person: try act.map(asker), at: issued)
  }

  private func apply(_ order: Order) throws -> OrderEffect {
    switch order {
    case .none: return OrderEffect()
    case .message, .reply: return effect(of: order.name)
    case .freeze: return try freeze()
    case .thaw: return try thaw()
    case .guidelines: return try guidelines()
    case .recall(let tasks, _): return try recall(tasks)
    case .wipe: return try wipe()
    case .acceptEpoch(let epoch): return try accept(epoch)
    case .rotate(let keys, _): return try rotate(keys)
    }
  }
}
