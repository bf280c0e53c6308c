import AnnotationModel
import BundleFormat
import Cryptography
import Store
import TUF
import Vocabulary

/// A project's channel opened by the custodian: its store, its identity, its trust.
struct TrustedChannel {
  let project: ID
  let channel: ID
  let epoch: EpochID
  var identity: CustodianStore.LabIdentity
  let store: ProjectStore
  let custodianStore: CustodianStore
  let context: Context

  var binding: ChannelBinding { ChannelBinding(project: project, channel: channel) }

  /// What TUF trusts, as the store keeps it.
  func trustState() throws -> TrustState {
    try store.read { store in
      guard let root = try store.bytes(.root) else {
        throw Refusal("store-incomplete", "the project's store has no root of trust")
      }
      return TrustState(
        root: root, timestamp: try store.bytes(.timestamp), snapshot: try store.bytes(.snapshot),
        targets: try store.bytes(.targets), floor: try store.integer(.floor) ?? 0)
    }
  }

  func save(_ state: TrustState, in store: ProjectTransaction) throws {
    try store.set(.root, state.root)
    try store.set(.timestamp, state.timestamp)
    try store.set(.snapshot, state.snapshot)
    try store.set(.targets, state.targets)
    try store.set(.floor, state.floor)
  }

  /// Counts the lease afresh: the lab has heard this archive.
  func renewLease(_ heard: StoredExport, in store: ProjectTransaction) throws {
    try store.set(.leaseActs, 0)
    try store.set(.leaseMs, 0)
    try store.set(.leaseRenewedBy, heard.sequence)
  }

  /// Tells `custodian.sqlite` how far the log has come, after an import or export has committed.
  func anchor() throws {
    let (epoch, size, root): (EpochID, Int64, Digest) = try store.write { store in
      // Kept, so that the next opening needn't hash all leaves to find it.
      try store.log.recordRoot()
      return (try store.identifier(.epoch), try store.log.size(), try store.log.root())
    }
    try custodianStore.anchor(project, epoch: epoch, size: size, root: root)
  }

  /// The codename of the newest schema; nil before the first bundle.
  func codename() throws -> String? {
    guard let body = try store.read({ try $0.newestSchema()?.body }) else { return nil }
    return try ProjectSchema(parsing: body, side: .room).codename
  }
}
