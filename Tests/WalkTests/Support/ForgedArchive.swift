import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Testing
import Vocabulary

/// An archive of our own room, opened by whoever holds the lab's identity, changed, and sealed and
/// signed again by whoever holds the room's key: what a custodian with a debugger could send.
struct ForgedArchive {
  /// An act leaf with the body that it names.
  struct ActLeaf {
    var place: Int
    var act: Act
    var hash: Digest
    var person: ID
    var signature: [UInt8]
  }

  var manifest: ResultManifest
  var lines: [[UInt8]]
  var bodies: [[UInt8]]
  /// The checkpoint as the room made it.
  let checkpoint: [UInt8]

  /// Opens what `UpFolder.put` wrote under `sequence`.
  init(_ sealed: [UInt8], identities: [AgeIdentity]) throws {
    let reader = try BundleReader(MemorySource(sealed), identities: identities)
    manifest = try ResultManifest(parsing: reader.manifest)
    let entries = EntryCollector()
    try reader.read(manifest.entries, into: entries)
    checkpoint = entries[EntryName.checkpoint]
    lines = entries[EntryName.log].split(separator: 0x0A).map(Array.init)
    bodies = entries[EntryName.acts].split(separator: 0x0A).map(Array.init)
  }

  /// The act leaves, in their order.
  func acts() throws -> [ActLeaf] {
    var position = 0
    return try lines.indices.compactMap { place in
      guard
        case .act(let person, let hash, let signature) = try Leaf(parsing: lines[place]).event
      else { return nil }
      defer { position += 1 }
      return ActLeaf(
        place: place, act: try Act(parsing: bodies[position]), hash: hash, person: person,
        signature: signature)
    }
  }

  /// Puts a body and its leaf in the place of those at `position`, signed by `key` where there is
  /// one, else with the signature that was there.
  mutating func replace(_ position: Int, with act: Act, signedBy key: SigningKey? = nil) throws {
    let old = try acts()[position]
    let body = act.encoded()
    bodies[position] = body
    let signature =
      key?.signature(of: DSSE.preAuthentication(type: Act.payloadType, body: body))
      ?? old.signature
    lines[old.place] =
      Leaf(
        at: act.at,
        event: .act(person: act.person, act: SHA256.hash(body), signature: signature)
      ).encoded()
  }

  /// Makes the manifest's and the `export` leaf's counts those of the leaves.
  mutating func recount() {
    let to = manifest.from + Int64(lines.count)
    manifest = manifest.with(to: to)
    guard let last = lines.last, let leaf = try? Leaf(parsing: last) else { return }
    lines[lines.count - 1] =
      Leaf(
        at: leaf.at,
        event: .export(sequence: manifest.sequence, from: manifest.from, to: to)
      ).encoded()
  }

  /// Seals and signs it and puts it on a stick. `checkpoint`: in place of one over the leaves.
  func put(
    on drive: any Drive, by key: SigningKey, to recipients: [AgeRecipient],
    checkpoint given: [UInt8]? = nil, previous: Digest = .zero
  ) throws {
    let channel = ChannelName.channel(project: manifest.project, room: manifest.room)
    var frontier = MerkleFrontier()
    for line in lines { frontier.append(leafHash: MerkleTree.leafHash(of: line[...])) }
    let checkpoint =
      given
      ?? Checkpoint(
        origin: ChannelName.checkpointKey(channel, epoch: manifest.epoch),
        size: Int64(lines.count), root: frontier.root
      ).signed(by: key)
    let entries = [
      BundleEntry(path: EntryName.checkpoint, bytes: checkpoint),
      BundleEntry(path: EntryName.log, bytes: Self.joined(lines)),
      BundleEntry(path: EntryName.acts, bytes: Self.joined(bodies)),
    ]
    let sink = MemorySink()
    try BundleWriter.write(
      manifest: manifest.with(entries: entries.map(\.declared)).encoded(), entries: entries,
      to: recipients, sink: sink)
    let note = ResultsNote(
      channel: channel, epoch: manifest.epoch, sequence: manifest.sequence,
      archive: SHA256.hash(sink.bytes), previous: previous
    ).signed(by: key)
    try UpFolder(drive, channel: channel).put(
      manifest.sequence, in: manifest.epoch, note: note, archive: MemorySource(sink.bytes))
  }

  private static func joined(_ lines: [[UInt8]]) -> [UInt8] {
    lines.reduce(into: []) { $0 += $1 + [0x0A] }
  }
}

extension ResultManifest {
  /// The same manifest with some members changed.
  func with(
    to: Int64? = nil, received: Received?? = nil, nonce: ID? = nil,
    entries: [ManifestEntry]? = nil
  ) -> ResultManifest {
    ResultManifest(
      project: project, room: room, epoch: epoch, sequence: sequence, from: from,
      to: to ?? self.to, received: received ?? self.received, nonce: nonce ?? self.nonce,
      seal: seal, software: software, entries: entries ?? self.entries)
  }
}

extension Act {
  /// The same act with some members changed.
  func with(
    person: ID? = nil, n: Int64? = nil, previous: Digest? = nil, task: Digest? = nil,
    content: ActContent? = nil
  ) -> Act {
    Act(
      log: log, person: person ?? self.person, n: n ?? self.n,
      previous: previous ?? self.previous, salt: salt, task: task ?? self.task, schema: schema,
      guidelines: guidelines, at: at, activeMs: activeMs, scripted: scripted, origin: origin,
      content: content ?? self.content)
  }
}
