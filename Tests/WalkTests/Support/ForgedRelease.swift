import BundleFormat
import Cryptography
import Exchange
import Store
import TUF
import Vocabulary

@testable import Lab

/// What someone with the lab's own keys could put on a stick: any manifest, under valid metadata.
struct ForgedRelease {
  /// A bundle as it will lie there.
  struct Bundle {
    let manifest: DownManifest
    let entries: [BundleEntry]
  }

  private let world: WalkWorld
  private let channel: ChannelRecord
  private let publisher: ChannelPublisher
  private let root: [UInt8]

  init(_ world: WalkWorld) throws {
    self.world = world
    let keys = world.keys
    (channel, publisher, root) = try world.lab.database.read { sql in
      guard let channel = try Channels(sql: sql).with(id: keys.channel) else {
        throw Refusal("forgery", "there is no such channel")
      }
      let roots = Roots(sql: sql, project: keys.project)
      return (channel, try roots.publisher(), try roots.current())
    }
  }

  /// The manifest of the newest bundle that the lab made, which the next one follows.
  var previous: Digest { channel.previous }
  /// Its number.
  var sequence: Int64 { channel.sequence }

  /// An order that says nothing; its manifest does.
  func order(
    _ sequence: Int64, previous: Digest, lease: BundleFormat.Lease? = .standard,
    receipt: Receipt? = nil, order: Order = .none, body: [UInt8]? = nil
  ) -> Bundle {
    bundle(
      .order, sequence, previous, lease, receipt,
      [BundleEntry(path: EntryName.order, bytes: body ?? order.encoded())])
  }

  /// A bundle with tasks of these prompts, under the project's own schema.
  func tasks(
    _ prompts: [String], _ sequence: Int64, previous: Digest,
    lease: BundleFormat.Lease? = .standard
  ) throws -> Bundle {
    let (schema, guidelines) = try world.lab.database.read { sql in
      let schemas = Schemas(sql: sql, project: channel.project)
      let hashes = try schemas.guidelinesHashes()
      return (
        try schemas.version(1)?.leaving, try hashes.first.flatMap { try schemas.guidelines($0) }
      )
    }
    let lines = prompts.enumerated().map { number, prompt in
      let id = ID(unchecked: Array(SHA256.hash(Array(prompt.utf8)).bytes.prefix(ID.length)))
      return #"{"id":"\#(id.hex)","fields":{"prompt":"\#(prompt)"}}"# + "\n"
    }
    return bundle(
      .tasks, sequence, previous, lease, nil,
      [
        BundleEntry(path: EntryName.project, bytes: schema ?? []),
        BundleEntry(path: EntryName.guidelines, bytes: guidelines ?? []),
        BundleEntry(path: EntryName.tasks, bytes: Array(lines.joined().utf8)),
      ])
  }

  private func bundle(
    _ kind: DownManifest.Kind, _ sequence: Int64, _ previous: Digest,
    _ lease: BundleFormat.Lease?, _ receipt: Receipt?, _ entries: [BundleEntry]
  ) -> Bundle {
    Bundle(
      manifest: DownManifest(
        kind: kind, project: channel.project, room: channel.room, sequence: sequence,
        previous: previous, issued: channel.issued, lease: lease, receipt: receipt,
        entries: entries.map(\.declared)),
      entries: entries)
  }

  /// Seals the bundles to the room, signs metadata that lists them and no other, and puts all of it
  /// on a stick.
  func put(
    _ bundles: [Bundle], on drive: any Drive, version: Int64? = nil, issued: Int64? = nil,
    echo: ID? = nil
  ) throws {
    let sealed = try bundles.map { bundle in
      let sink = MemorySink()
      let manifest = bundle.manifest.encoded()
      try BundleWriter.write(
        manifest: manifest, entries: bundle.entries, to: [channel.seal], sink: sink)
      let name = SHA256.hash(sink.bytes).hex.prefix(32)
      let file = try TargetFile(
        path: "\(name).age", length: Int64(sink.bytes.count), sha256: SHA256.hash(sink.bytes),
        manifest: SHA256.hash(manifest))
      return ChannelRelease.Target(file) { [bytes = sink.bytes] in MemorySource(bytes) }
    }
    let metadata = try publisher.publish(
      version: version ?? channel.version + 1, channel: channel.id,
      issued: issued ?? channel.issued,
      echo: echo, targets: sealed.map(\.file))
    try DownFolder(drive, channel: channel.id).publish(
      ChannelRelease(roots: [root], metadata: metadata, targets: sealed))
  }
}

extension ForgedRelease.Bundle {
  var hash: Digest { SHA256.hash(manifest.encoded()) }
}
