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

  func apply(
    _ opened: ChannelImport.Opened, _ report: inout SyncReport.Channel
  ) throws -> OrderEffect {
    let manifest = opened.manifest
    let reader = try BundleReader(
      opened.spooled.source(), identities: [opened.seal.identity])
    guard SHA256.hash(reader.manifest) == opened.manifestHash else {
      throw Refusal("target-hash", "the spooled file changed while it was read")
    }
    var tasks = 0
    var effect = OrderEffect()
    try channel.store.bulkWrite { store in
      try takeReceipt(manifest.receipt, in: store)
      switch manifest.kind {
      case .tasks: tasks = try takeTasks(reader, manifest, in: store)
      case .order: effect = try takeOrder(reader, opened, in: store)
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
    if let order = effect.taken { report.orders.append(order) }
    return effect
  }

  private func takeTasks(
    _ reader: BundleReader, _ manifest: DownManifest, in store: ProjectTransaction
  ) throws -> Int {
    let intake = TaskIntake(store: store, bundle: manifest.sequence)
    try reader.read(manifest.entries, into: intake)
    try intake.finish()
    return intake.tasks
  }

  private func takeOrder(
    _ reader: BundleReader, _ opened: ChannelImport.Opened, in store: ProjectTransaction
  ) throws -> OrderEffect {
    let intake = OrderIntake()
    try reader.read(opened.manifest.entries, into: intake)
    return try OrderApplication(
      channel: channel, store: store, sequence: opened.manifest.sequence,
      manifest: opened.manifestHash, issued: opened.manifest.issued, content: intake,
      state: state
    ).run(opened.manifest.entries)
  }

  /// A receipt must be for a checkpoint that this room signed; only what it covers may be dropped.
  private func takeReceipt(_ receipt: Receipt?, in store: ProjectTransaction) throws {
    guard let receipt else { return }
    let epoch: EpochID = try store.identifier(.epoch)
    // What this room signed in a life that it lost it can't know, and nothing is dropped for it.
    if receipt.epoch != epoch, try store.awaitsAcceptance { return }
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
