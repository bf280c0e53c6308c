import BundleFormat
import Store
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

  /// Carries out the order that was read. Throws `Refusal`.
  func run(_ entries: [ManifestEntry]) throws -> OrderEffect {
    let order = try Order(parsing: content.order)
    try order.check(entries)
    try store.insertOrder(sequence: sequence, body: content.order)
    if let notice = try notice(order) { try store.insertNotice(notice) }
    var effect = try apply(order)
    effect.taken = effect.taken ?? order.text.map { .init(name: order.name, text: $0) }
    return effect
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
    case .none, .message, .reply: return OrderEffect()
    case .freeze, .thaw, .guidelines, .wipe, .recall: throw Self.unknown
    case .acceptEpoch, .rotate: throw Self.unknown
    }
  }

  private static let unknown = Refusal(
    "order-unknown",
    "the lab sent an order that this version can't carry out; update Airlock first")
}
