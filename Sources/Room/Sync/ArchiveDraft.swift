import BundleFormat
import Cryptography
import Store
import TUF
import Vocabulary

/// A result archive before it is sealed: which leaves, under which root.
struct ArchiveDraft {
  let channel: TrustedChannel
  let signers: RoomKeys.Signers
  let sequence: Int64
  let from: Int64
  /// The log's size with the `export` leaf counted.
  let size: Int64
  let root: Digest
  /// The `export` leaf's line, which is not in the log yet.
  let leaf: [UInt8]
  let software: Software

  /// Seals the archive to every result recipient of the trusted root, in the outbox. Returns the
  /// sealed file's SHA-256.
  func write(nonce: ID, seal: AgeRecipient, to outbox: Outbox) throws -> Digest {
    let entries = try entries()
    let manifest = ResultManifest(
      project: channel.project, room: channel.identity.room, epoch: channel.epoch,
      sequence: sequence, from: from, to: size, received: try received(), nonce: nonce,
      seal: seal, software: software,
      entries: entries.map(\.declared))
    let recipients = try channel.trustState().summary().root.seal
    return try outbox.keepArchive(sequence: sequence) { sink in
      try BundleWriter.write(
        manifest: manifest.encoded(), entries: entries,
        to: recipients, sink: sink)
    }
  }

  private func entries() throws -> [BundleEntry] {
    let checkpoint = Checkpoint(
      origin: "airlock/\(channel.channel.hex)/\(channel.epoch.hex)", size: size, root: root
    ).signed(by: signers.keys)
    let store = channel.store
    let (from, end, leaf) = (from, size - 1, leaf)
    return [
      BundleEntry(path: "checkpoint", bytes: checkpoint),
      try measured("log.jsonl") {
        LogSource(.leaves, store: store, from: from, to: end, tail: leaf)
      },
      try measured("acts.jsonl") { LogSource(.acts, store: store, from: from, to: end) },
    ] + (signers.card.map { [BundleEntry(path: EntryName.card, bytes: $0)] } ?? [])
  }

  private func measured(
    _ path: String, _ open: @escaping () throws -> any ByteSource
  ) throws -> BundleEntry {
    let sink = HashingSink()
    try open().copy(to: sink)
    return BundleEntry(path: path, size: sink.count, sha256: sink.digest, open: open)
  }

  private func received() throws -> Received? {
    try channel.store.read { try $0.lastBundle() }.map {
      Received(sequence: $0.sequence, manifest: $0.manifest)
    }
  }
}
