import AnnotationModel
import BundleFormat
import Cryptography
import Vocabulary

/// Takes in the entries of one archive in their order: checkpoint, leaves, acts, and what may
/// follow.
final class ArchiveReading: EntryConsumer {
  private let manifest: ResultManifest
  private let knowledge: any ChannelKnowledge
  private let sink: any BatchSink
  private var leaves: LeafPass
  private var acts: ActPass?
  private var checkpoint: Checkpoint?
  private var card: RoomCard?
  private var cardBytes: [UInt8]?
  /// A small entry as far as it has come.
  private var small: [UInt8] = []
  private var path = ""

  init(
    _ manifest: ResultManifest, knowledge: any ChannelKnowledge, sink: any BatchSink
  ) throws {
    self.manifest = manifest
    self.knowledge = knowledge
    self.sink = sink
    leaves = try LeafPass(manifest, knowledge: knowledge, sink: sink)
  }

  func begin(_ entry: ManifestEntry) throws {
    path = entry.path
    small = []
  }

  func chunk(_ bytes: ArraySlice<UInt8>) throws {
    switch path {
    case EntryName.log: try leaves.feed(bytes)
    case EntryName.acts: try acts?.feed(bytes)
    default: small += bytes
    }
  }

  func end(_ entry: ManifestEntry) throws {
    switch path {
    case EntryName.checkpoint:
      checkpoint = try Checkpoint(
        verifying: small,
        origin: ChannelName.checkpointKey(knowledge.log.channel, epoch: knowledge.log.epoch),
        key: knowledge.key)
    case EntryName.log:
      try leaves.finish(try present(checkpoint))
      try FormerLife(knowledge).check(leaves.restored)
      acts = ActPass(
        leaves.pending, former: leaves.former, knowledge: knowledge, sink: sink)
    case EntryName.acts: try acts?.finish()
    case EntryName.card:
      // Until the lab's receipt has reached the room, archives bring a card that is known already.
      guard try RoomCard(verifying: small).key != knowledge.key else { break }
      card = try RoomCard(
        verifying: small,
        after: RoomCard(room: knowledge.room, seal: manifest.seal, key: knowledge.key))
      cardBytes = small
    default: break
    }
    small = []
  }

  /// What was verified; to be called once all entries have ended.
  func batch() throws -> VerifiedBatch {
    let checkpoint = try present(checkpoint)
    let acts = try present(acts)
    return VerifiedBatch(
      manifest: manifest,
      position: LogPosition(
        channel: knowledge.log.channel, epoch: knowledge.log.epoch, size: checkpoint.size,
        root: checkpoint.root),
      frontier: leaves.frontier, newLeaves: leaves.newLeaves, newActs: acts.newActs,
      lastAt: leaves.lastAt, former: leaves.former, people: acts.people.changed, card: card,
      cardBytes: cardBytes, findings: leaves.findings + acts.people.findings)
  }

  /// The manifest's rules put checkpoint, log and acts into every archive, in this order.
  private func present<Value>(_ value: Value?) throws(Refusal) -> Value {
    guard let value else { throw Refusal(Reason.logCount, "an entry of the archive is missing") }
    return value
  }
}
