import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import Vocabulary

/// Seals what the lab hasn't acknowledged and puts it on the stick (formats.md, section 4, "Up").
///
/// The archive and its note are on the disk in `outbox/` before the `export` leaf commits, and go
/// to the stick after it: whatever is interrupted, the next sync finds one consistent state.
struct ChannelExport {
  let custodian: Custodian
  let channel: TrustedChannel
  let folder: UpFolder
  let drive: any Drive
  let watch: StickWatch

  func run(_ report: inout SyncReport.Channel) throws {
    let (last, size, receipted) = try channel.store.read {
      (try $0.lastExport(), try $0.log.size(), try $0.receiptedSequence())
    }
    report.receipted = receipted
    try custodian.store.endHandover(
      of: channel.channel, epoch: channel.epoch, receipted: receipted)
    let outbox = Outbox(home: custodian.home, channel: channel.channel, epoch: channel.epoch)
    try outbox.drop(through: receipted)
    try folder.removeReceipted(through: receipted, in: channel.epoch)
    if let last, last.size == size {
      if last.sequence <= receipted { return }
      // Where a disk has lost what waited, the same leaves are sealed again under the next number.
      if outbox.holds(last.sequence) { return try put(last, outbox, again: true, &report) }
    }
    guard size > 0 else { return }
    watch.enter(.sealing)
    let export = try seal(after: last, size: size, into: outbox)
    try channel.anchor()
    try put(export, outbox, again: false, &report)
  }

  private func put(
    _ export: StoredExport, _ outbox: Outbox, again: Bool, _ report: inout SyncReport.Channel
  ) throws {
    let note = try outbox.note(export.sequence)
    let bytes = try outbox.size(export.sequence)
    let isThere = try folder.holds(
      export.sequence, in: channel.epoch, sha256: export.archive)
    try StickSpace.require(isThere ? [] : [bytes, Int64(note.count)], on: drive)
    watch.expect(.puttingOut, files: 2, bytes: bytes + Int64(note.count))
    try folder.put(
      export.sequence, in: channel.epoch, note: note,
      archive: try outbox.archive(export.sequence), isThere: isThere)
    report.archive = export.sequence
    report.leaves = export.size - export.from
    report.again = again
  }

  private func seal(
    after last: StoredExport?, size: Int64, into outbox: Outbox
  ) throws -> StoredExport {
    let sequence = (last?.sequence ?? 0) + 1
    let from = try channel.store.read { try $0.integer(.receiptedSize) } ?? 0
    let at = try channel.store.read { try $0.leafTime(custodian.context.now()) }
    let leaf = Leaf(at: at, event: .export(sequence: sequence, from: from, to: size + 1))
    let root = try channel.store.read { store in
      var frontier = try store.log.frontier()
      frontier.append(leafHash: MerkleTree.leafHash(of: leaf.encoded()[...]))
      return frontier.root
    }
    let signers = try RoomKeys(custodian: custodian).signers(of: channel)
    let draft = ArchiveDraft(
      channel: channel, signers: signers, sequence: sequence, from: from, size: size + 1,
      root: root,
      leaf: leaf.encoded(), software: try RunningProgram.claim())
    let nonce = custodian.context.fresh(ID.self)
    let digest = try draft.write(nonce: nonce, seal: try nextSeal(), to: outbox)
    let note = ResultsNote(
      channel: channel.channel, epoch: channel.epoch, sequence: sequence, archive: digest,
      previous: last?.note ?? .zero
    ).signed(by: signers.keys)
    try outbox.keep(note: note, sequence: sequence)
    let export = StoredExport(
      sequence: sequence, from: from, size: size + 1, root: root, nonce: nonce,
      note: SHA256.hash(note), archive: digest)
    try commit(export, leaf)
    try custodian.store.noteHandover(of: channel.channel, epoch: channel.epoch, sequence: sequence)
    return export
  }

  /// The next bundle is to be sealed to a fresh identity, kept before anyone can use it.
  private func nextSeal() throws -> AgeRecipient {
    let seal = AgeIdentity.generate()
    try custodian.store.insertSeal(channel: channel.channel, seal)
    return seal.recipient
  }

  private func commit(_ export: StoredExport, _ leaf: Leaf) throws {
    try channel.store.write { store in
      guard try store.log.size() == export.size - 1 else {
        throw Failure(.refused, "somebody worked while results were sealed; sync again")
      }
      try store.append(leaf)
      try store.insertExport(export)
    }
  }
}
