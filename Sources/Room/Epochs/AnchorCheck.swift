import Store
import Vocabulary

/// A project's store against what `custodian.sqlite` saw of it last (design.md, "The store").
///
/// An import, an export or the beginning of an epoch commits in the project's store first, then
/// `custodian.sqlite` writes down where the log stands: exactly one such commit missing there is a
/// power cut, and is filled in. Whatever else is behind was put back from a copy.
struct AnchorCheck {
  let channel: TrustedChannel

  /// Throws `store-behind` where the project's store is older than the anchor or another, and
  /// `custodian-behind` where the anchor is older than a power cut explains.
  func check(_ anchor: CustodianStore.TrustedProject) throws {
    let count: Int = try channel.store.read { store in
      try isOfThisLife(anchor, store)
        ? missing(after: anchor, in: store) : missing(sinceLifeOf: anchor, in: store)
    }
    guard count <= 1 else { throw custodianBehind }
    if count == 1 { try channel.anchor() }
  }

  private func isOfThisLife(
    _ anchor: CustodianStore.TrustedProject, _ store: ProjectTransaction
  ) throws -> Bool {
    guard let epoch = anchor.epoch else { return true }
    return try epoch == store.identifier(.epoch)
  }

  /// Exchanges that the anchor has not seen, in the log that it is about.
  private func missing(
    after anchor: CustodianStore.TrustedProject, in store: ProjectTransaction
  ) throws -> Int {
    guard let root = anchor.root else { return try store.exchanges(from: 0) }
    guard try store.log.size() >= anchor.size, try store.log.root(at: anchor.size) == root else {
      throw storeBehind
    }
    return try store.exchanges(from: anchor.size)
  }

  /// The same where the store says that it has begun an epoch since: that is one commit.
  private func missing(
    sinceLifeOf anchor: CustodianStore.TrustedProject, in store: ProjectTransaction
  ) throws -> Int {
    guard let epoch = anchor.epoch, try store.bytes(.former) == epoch.bytes else {
      throw storeBehind
    }
    return try 1 + store.exchanges(from: 0)
  }

  private var storeBehind: Refusal {
    Refusal(
      Self.storeBehindCode,
      "the store of project \(channel.project.hex) is older than this room's last exchange; "
        + "it was put back from a copy. Nothing was changed. Call the lab; "
        + "airlock-room restore --here goes on from what is there.")
  }

  private var custodianBehind: Refusal {
    Refusal(
      Self.custodianBehindCode,
      "custodian.sqlite is older than the store of project \(channel.project.hex); "
        + "it was put back from a copy. Nothing was changed. Call the lab; "
        + "airlock-room restore --here goes on from what is there.")
  }

  static let storeBehindCode: Refusal.Code = "store-behind"
  static let custodianBehindCode: Refusal.Code = "custodian-behind"
}
