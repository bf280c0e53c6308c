import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import TUF
import Vocabulary

/// One bundle or order, from its verified file into the store, as one transaction with its leaf.
struct BundleImport {
  let channel: TrustedChannel
  /// What TUF trusts now; stored with the bundle.
  let state: TrustState

  func apply(_ opened: ChannelImport.Opened, _ report: inout SyncReport.Channel) throws {
    let manifest = opened.manifest
    let reader = try BundleReader(
      opened.spooled.source(), identities: [opened.seal.identity])
    guard SHA256.hash(reader.manifest) == opened.manifestHash else {
      throw Refusal("target-hash", "the spooled file changed while it was read")
    }
    var tasks = 0
    var message: String?
    try channel.store.write { store in
      try takeReceipt(manifest.receipt, in: store)
      switch manifest.kind {
      case .tasks: tasks = try takeTasks(reader, manifest, in: store)
      case .order: message = try takeOrder(reader, manifest, in: store)
      }
      try takeLease(manifest.lease, in: store)
      try store.insertBundle(
        sequence: manifest.sequence, manifest: opened.manifestHash,
        kind: manifest.kind == .tasks ? "tasks" : "order", issued: manifest.issued)
      try channel.save(state, in: store)
      try appendLeaf(opened, in: store)
    }
    report.imported.append(manifest.sequence)
    report.tasks += tasks
    if let message { report.messages.append(message) }
  }

  private func takeTasks(
    _ reader: BundleReader, _ manifest: DownManifest, in store: ProjectTransaction
  ) throws -> Int {
    let intake = TaskIntake(store: store, bundle: manifest.sequence)
    try reader.read(manifest.entries, into: intake)
    try intake.finish()
    return intake.tasks
  }

  /// Keeps an order; gives the text of a message, which whoever carries the stick is shown.
  private func takeOrder(
    _ reader: BundleReader, _ manifest: DownManifest, in store: ProjectTransaction
  ) throws -> String? {
    let intake = OrderIntake()
    try reader.read(manifest.entries, into: intake)
    let order = try Order(parsing: intake.order)
    try order.check(manifest.entries)
    try OrderEffects(order: order).check()
    try store.insertOrder(sequence: manifest.sequence, body: intake.order)
    if case .message(let text) = order { return text }
    return nil
  }

  /// A receipt must be for a checkpoint that this room signed; only what it covers may be dropped.
  private func takeReceipt(_ receipt: Receipt?, in store: ProjectTransaction) throws {
    guard let receipt else { return }
    let epoch: EpochID = try store.identifier(.epoch)
    guard receipt.epoch == epoch, let export = try store.export(receipt.sequence),
      export.size == receipt.size, export.root == receipt.root
    else {
      throw Refusal("receipt", "the lab acknowledges a result archive that this room never made")
    }
    try store.setReceipted(export)
  }

  /// The newest manifest's lease holds; null is unlimited.
  private func takeLease(_ lease: BundleFormat.Lease?, in store: ProjectTransaction) throws {
    if let lease {
      try store.set(.leaseLimitActs, lease.acts)
      try store.set(.leaseLimitMs, lease.activeMs)
    } else {
      try store.set(.leaseLimitActs, nil as [UInt8]?)
      try store.set(.leaseLimitMs, nil as [UInt8]?)
    }
  }

  private func appendLeaf(_ opened: ChannelImport.Opened, in store: ProjectTransaction) throws {
    let trusted = try state.summary()
    let at = try store.leafTime(channel.context.now())
    let event = LeafEvent.import(
      sequence: opened.manifest.sequence, manifest: opened.manifestHash, root: trusted.root.version,
      timestamp: trusted.timestamp, targets: trusted.targets,
      metadata: trusted.metadata ?? .zero)
    try store.append(Leaf(at: at, event: event))
  }
}

/// The entries of an order: order.json, which is small.
final class OrderIntake: EntryConsumer {
  private(set) var order: [UInt8] = []
  private var isOrder = false

  func begin(_ entry: ManifestEntry) throws {
    isOrder = entry.path == EntryName.order
    guard !isOrder || entry.size <= Limits.order else {
      throw Refusal("limit", "order.json is larger than \(Limits.order) bytes")
    }
  }

  func chunk(_ bytes: ArraySlice<UInt8>) throws {
    if isOrder { order.append(contentsOf: bytes) }
  }

  func end(_ entry: ManifestEntry) throws {}
}

/// What an order changes in the room.
///
/// This version knows `none`, which only carries a receipt, and `message`. An order that it can't
/// carry out is refused, and what follows it waits (formats.md, section 5).
struct OrderEffects {
  let order: Order

  func check() throws {
    switch order {
    case .none, .message: return
    default:
      throw Refusal(
        "order-unknown",
        "the lab sent an order that this version can't carry out; update Airlock first")
    }
  }
}
