import AnnotationModel
import BundleFormat
import Cryptography
import Foundation
import StrictJSON
import TestSupport
import Testing
import Vocabulary

@testable import Lab

/// Our own writer gives the bytes of another implementation from the same inputs.
@Suite(.enabled(if: SharedFolder.vectors != nil)) struct ManifestVectorTests {
  private let world: VectorWorld

  init() throws { world = try VectorWorld(try #require(SharedFolder.vectors)) }

  @Test func tasksAndManifestsAreTheSame() throws {
    let card = try RoomCard(verifying: world.good.appending(path: "room.card").bytes())
    var channel = ChannelRecord(
      id: world.channel, project: world.project, room: world.room, key: card.key, seal: card.seal,
      lease: .standard)
    let own = try world.good.appending(path: "project/project.json").bytes()
    let schema = try ProjectSchema(parsing: own, side: .lab)
    for folder in try world.plain("bundle-") {
      let bytes = try folder.appending(path: "manifest.json").bytes()
      let expected = try DownManifest(parsing: bytes)
      channel.lease = expected.lease
      channel.receipt = expected.receipt
      channel.receiptIsSent = expected.receipt == nil
      let context = Context(
        now: { expected.issued }, random: { [UInt8](repeating: 0, count: $0) })
      let bundle: BundleRecord
      if expected.kind == .tasks {
        bundle = channel.nextBundle(
          .tasks(count: 0, version: schema.version, guidelines: .zero),
          entries: try entries(folder, schema), context: context)
      } else {
        let order = try Order(parsing: folder.appending(path: "order.json").bytes()).encoded()
        bundle = channel.nextBundle(
          .order(order),
          entries: [BundleEntry(path: EntryName.order, bytes: order).declared], context: context)
      }
      #expect(bundle.manifest == bytes, "\(folder.lastPathComponent)")
      #expect(channel.previous == SHA256.hash(bytes))
    }
  }

  /// The entries of a task bundle, its lines mapped afresh from the world's records with the ids
  /// and orders that it chose.
  private func entries(_ folder: URL, _ schema: ProjectSchema) throws -> [ManifestEntry] {
    let lines = try folder.appending(path: "tasks.jsonl").bytes().split(separator: 0x0A)
    let records = try world.good.appending(path: "project/tasks.jsonl").bytes()
      .split(separator: 0x0A)
    let images = SharedFolder.names(in: folder.appending(path: "assets"))
    var bundle = OpenBundle(sequence: 1, assets: [:])
    for (line, record) in zip(lines, records) {
      let id = try JSONDocument(line).root.require("id").id()
      let pointers = try world.task(SHA256.hash(line)).require("outputs").members
        .map { try $0.value.string() }
      let mapped = try RecordMapper(schema: schema).map(
        JSONDocument(record), taskID: id,
        shuffled: { _ in pointers.map { $0.hasSuffix("1") ? 0 : 1 } },
        asset: { _ in
          AssetReference(
            sha256: try #require(images.first.flatMap { Digest(hex: $0) }), type: "image/png")
        })
      #expect(mapped.line == Array(line))
      let sizes = try mapped.assets.map { asset in
        let bytes = try folder.appending(path: EntryName.asset(asset.sha256)).bytes()
        return (asset.sha256, Int64(bytes.count))
      }
      _ = bundle.add(mapped.line, Dictionary(uniqueKeysWithValues: sizes))
    }
    return bundle.entries(
      schema: schema.leavingBytes,
      guidelines: try world.good.appending(path: "project/guidelines.md").bytes())
  }
}
