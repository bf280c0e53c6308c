import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Foundation
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

/// A room that does what the formats say, and whatever else a test wants it to.
final class TestRoom {
  let id = ID(unchecked: SystemRandom.bytes(ID.length))
  var key = SigningKey.generate()
  /// Identities to which bundles are sealed; the newest last.
  var identities = [AgeIdentity.generate()]
  let project: ID
  var epoch = EpochID(unchecked: SystemRandom.bytes(EpochID.length))
  var lines: [[UInt8]] = []
  var bodies: [(place: Int, body: [UInt8])] = []
  /// Leaves before this were receipted.
  var from = 0
  var sequence: Int64 = 0
  var lastNote: [UInt8]?
  var received: Received?
  var now: Int64 = 1_770_000_100_000
  /// A new card to travel with the next archive.
  var newCard: [UInt8]?
  private var people: [String: TestPerson] = [:]

  init(project: ID) { self.project = project }

  var channel: ID { ChannelName.channel(project: project, room: id) }
  var log: LogName { LogName(channel: channel, epoch: epoch) }

  /// The card's bytes.
  func card() throws -> [UInt8] {
    RoomCard(room: id, seal: try #require(identities.first).recipient, key: key.verifyingKey)
      .signed(by: key)
  }

  /// Takes another key; its card, signed by both, travels with the next archive.
  func rotate() throws -> SigningKey {
    let old = key
    let new = SigningKey.generate()
    newCard = RoomCard(
      room: id, seal: try #require(identities.last).recipient, key: new.verifyingKey
    ).signed(by: new, previous: old)
    return new
  }

  // MARK: Coming down

  /// The manifests and tasks of everything on a stick for this room, or of what is listed, by
  /// sequence.
  func open(
    _ drive: any Drive, listed: Set<String>? = nil
  ) throws -> [(manifest: DownManifest, hash: Digest, tasks: [[UInt8]])] {
    let folder = "\(ExchangeLayout.down(channel))/targets"
    return try drive.list(folder).filter {
      listed?.contains($0.name) ?? $0.name.hasSuffix(".age")
    }.map { entry in
      let source = try #require(
        try drive.open("\(folder)/\(entry.name)", limit: Limits.sealed))
      let reader = try BundleReader(source, identities: identities)
      let manifest = try DownManifest(parsing: reader.manifest)
      let collector = Collector()
      try reader.read(manifest.entries, into: collector)
      let tasks = collector.entries[EntryName.tasks]?.split(separator: 0x0A).map(Array.init)
      return (manifest, SHA256.hash(reader.manifest), tasks ?? [])
    }.sorted { $0.manifest.sequence < $1.manifest.sequence }
  }

  /// The files of that name in all bundles on a stick, by sequence; none where a bundle has none.
  func entries(_ name: String, on drive: any Drive) throws -> [[UInt8]] {
    let folder = "\(ExchangeLayout.down(channel))/targets"
    return try drive.list(folder).filter { $0.name.hasSuffix(".age") }.map { entry in
      let source = try #require(
        try drive.open("\(folder)/\(entry.name)", limit: Limits.sealed))
      let reader = try BundleReader(source, identities: identities)
      let manifest = try DownManifest(parsing: reader.manifest)
      let collector = Collector()
      try reader.read(manifest.entries, into: collector)
      return (sequence: manifest.sequence, file: collector.entries[name])
    }.sorted { $0.sequence < $1.sequence }.compactMap(\.file)
  }

  /// Takes in what is new on a stick. Returns the new tasks' lines.
  @discardableResult
  func importAll(_ drive: any Drive) throws -> [[UInt8]] {
    var tasks: [[UInt8]] = []
    for bundle in try open(drive) where bundle.manifest.sequence > received?.sequence ?? 0 {
      tasks += bundle.tasks
      received = Received(sequence: bundle.manifest.sequence, manifest: bundle.hash)
      leaf(
        .import(
          sequence: bundle.manifest.sequence, manifest: bundle.hash, root: 1, timestamp: 1,
          targets: 1, metadata: .zero))
      if let receipt = bundle.manifest.receipt { from = Int(receipt.size) }
    }
    return tasks
  }

  // MARK: Working

  func leaf(_ event: LeafEvent) {
    now += 1_000
    lines.append(Leaf(at: now, event: event).encoded())
  }

  func person(_ name: String) -> TestPerson {
    if let person = people[name] { return person }
    let person = TestPerson()
    people[name] = person
    leaf(
      .person(person: person.id, key: person.key.verifyingKey.hex, why: .added))
    return person
  }

  /// Gives a person another key, as after a forgotten passphrase.
  func recover(_ name: String) {
    let person = self.person(name)
    person.key = .generate()
    leaf(.person(person: person.id, key: person.key.verifyingKey.hex, why: .recovered))
  }

  /// An act of a person: signed, chained, with its leaf.
  @discardableResult
  func act(
    _ name: String, _ content: ActContent, task: [UInt8]? = nil, schema: Digest,
    guidelines: Digest, log: LogName? = nil
  ) -> Digest {
    let person = self.person(name)
    now += 1_000
    let act = Act(
      log: log ?? self.log, person: person.id, n: person.n + 1, previous: person.previous,
      salt: ID(unchecked: SystemRandom.bytes(16)), task: task.map { SHA256.hash($0) },
      schema: schema, guidelines: guidelines, at: now, activeMs: 5_000, scripted: true,
      content: content)
    let body = act.encoded()
    let hash = SHA256.hash(body)
    person.n += 1
    person.previous = hash
    let signature = person.key.signature(
      of: DSSE.preAuthentication(type: ActSignature.type, body: body))
    bodies.append((lines.count, body))
    lines.append(
      Leaf(at: now, event: .act(person: person.id, act: hash, signature: signature)).encoded())
    return hash
  }

  private static func joined(_ lines: some Sequence<[UInt8]>) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines { bytes += line + [0x0A] }
    return bytes
  }

  // MARK: Going up

  /// Writes everything since the last receipt as the next archive. Returns note and archive.
  @discardableResult
  func export(
    to drive: any Drive, sealedTo recipients: [AgeRecipient], upTo end: Int? = nil
  ) throws -> (note: [UInt8], archive: [UInt8]) {
    sequence += 1
    let from = Int64(self.from)
    if end == nil { leaf(.export(sequence: sequence, from: from, to: Int64(lines.count + 1))) }
    let to = end ?? lines.count
    var frontier = MerkleFrontier()
    for line in lines[..<to] { frontier.append(leafHash: MerkleTree.leafHash(of: line[...])) }
    let checkpoint = Checkpoint(
      origin: ChannelName.checkpointKey(channel, epoch: epoch), size: Int64(to),
      root: frontier.root
    ).signed(by: key)
    let bodies = self.bodies.filter { Int(from) <= $0.place && $0.place < to }.map(\.body)
    let log = Self.joined(lines[Int(from)..<to])
    let acts = Self.joined(bodies)
    var entries = [
      BundleEntry(path: EntryName.checkpoint, bytes: checkpoint),
      BundleEntry(path: EntryName.log, bytes: log), BundleEntry(path: EntryName.acts, bytes: acts),
    ]
    if let newCard { entries.append(BundleEntry(path: EntryName.card, bytes: newCard)) }
    let manifest = ResultManifest(
      project: project, room: id, epoch: epoch, sequence: sequence, from: from, to: Int64(to),
      received: received, nonce: ID(unchecked: SystemRandom.bytes(16)),
      seal: try #require(identities.last).recipient,
      software: Software(version: "1.0.0", sha256: .zero), entries: entries.map(\.declared)
    ).encoded()
    let sink = MemorySink()
    try BundleWriter.write(manifest: manifest, entries: entries, to: recipients, sink: sink)
    let note = ResultsNote(
      channel: channel, epoch: epoch, sequence: sequence, archive: SHA256.hash(sink.bytes),
      previous: lastNote.map { SHA256.hash($0) } ?? .zero
    ).signed(by: key)
    lastNote = note
    try UpFolder(drive, channel: channel).put(
      sequence, in: epoch, note: note, archive: MemorySource(sink.bytes))
    return (note, sink.bytes)
  }
}

/// A contractor of a test room.
final class TestPerson {
  let id = ID(unchecked: SystemRandom.bytes(ID.length))
  var key = SigningKey.generate()
  var n: Int64 = 0
  var previous = Digest.zero
}

/// Keeps entries in memory.
final class Collector: EntryConsumer {
  private(set) var entries: [String: [UInt8]] = [:]
  private var path = ""

  func begin(_ entry: ManifestEntry) {
    path = entry.path
    entries[path] = []
  }
  func chunk(_ bytes: ArraySlice<UInt8>) { entries[path]? += bytes }
  func end(_ entry: ManifestEntry) {}
}
