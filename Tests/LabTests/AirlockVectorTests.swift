import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Foundation
import Store
import StrictJSON
import TestSupport
import Testing
import Vocabulary

@testable import Lab

/// Another implementation's world, from the lab's side: good archives are taken in with every hash
/// that it expects, and each bad one is refused for its reason and changes nothing.
@Suite(.enabled(if: SharedFolder.vectors != nil)) struct AirlockVectorTests {
  private let world: VectorWorld
  private let folder: TemporaryFolder

  init() throws {
    world = try VectorWorld(try #require(SharedFolder.vectors))
    folder = try TemporaryFolder()
  }

  @Test func everyGoodArchiveGivesTheRootThatItSigns() throws {
    let lab = try world.lab(in: folder)
    let up = world.good.appending(path: "stick/airlock/up/\(world.channel.hex)/\(world.epoch.hex)")
    for plain in try world.plain("archive-") {
      let expected = try world.expected.require("archives").require(plain.lastPathComponent)
      let manifest = try ResultManifest(parsing: plain.appending(path: "manifest.json").bytes())
      let sealed = try up.appending(path: "\(manifest.sequence).age").bytes()
      let batch = try lab.take(
        BundleReader(MemorySource(sealed), identities: world.identities()), world)
      #expect(try batch.position.root == expected.require("root").digest())
      #expect(try batch.position.size == expected.require("size").integer())
      #expect(batch.manifest == manifest)
    }
    try expectLog(of: lab)
  }

  @Test func theGoodStickIsTakenInWholeAndOnlyOnce() throws {
    let lab = try world.lab(in: folder)
    let stick = try world.stick(into: folder)
    let copy = try world.stick(into: folder)
    let report = try lab.sync(stick.path)
    #expect(report.refused == [])
    let newest = try #require(try world.plain("archive-").last)
    let manifest = try ResultManifest(parsing: newest.appending(path: "manifest.json").bytes())
    #expect(report.taken.last?.sequence == manifest.sequence)
    #expect(report.taken.last?.size == manifest.to)
    try expectLog(of: lab)

    let before = try lab.evidence()
    let again = try lab.sync(copy.path)
    #expect(again.taken == [])
    #expect(again.refused == [])
    #expect(try lab.evidence() == before)
  }

  @Test func theNewestActOfEachPersonCounts() throws {
    let lab = try world.lab(in: folder)
    _ = try lab.sync(world.stick(into: folder).path)
    let out = folder.path("out.jsonl")
    _ = try lab.exportJSONL(world.project.hex, to: out)
    let lines = try URL(filePath: out).bytes().split(separator: 0x0A).map {
      try JSONDocument($0).root
    }
    // `newestAct` names the act that counts, or begins with "none".
    for (task, note) in try world.expected.require("newestAct").members {
      let counted = try lines.filter { try $0.require("task").string() == task }
      let note = try note.string()
      #expect(counted.isEmpty == note.hasPrefix("none"), "\(task): \(note)")
    }
    for line in lines {
      let task = try world.task(line.require("task").digest())
      #expect(try line.require("record").token == task.require("record").token)
    }
  }

  @Test(arguments: (try? SharedFolder.vectors.map { try VectorWorld($0).badNames() }) ?? [])
  func badCase(name: String) throws {
    let expectation = try world.bad(name)
    let reason = try expectation.require("reason").string()
    let lab = try world.lab(in: folder)
    let stick = try world.stick(name, into: folder)
    let sticks = try [stick] + secondStick(name, expectation)
    // What comes before the refused archive is taken in first, so that afterwards nothing changes.
    try takeWhatIsGood(stick, lab, name)
    let before = try lab.evidence()
    let reports = try sticks.map { try lab.sync($0.path) }
    let findings = reports.flatMap(\.findings).map(\.code)
    if findings.contains(reason) { return }
    let refused = reports.flatMap(\.refused)
    #expect(refused.map(\.code).contains(reason), "\(name): \(refused)")
    #expect(try lab.evidence() == before)
    #expect(try lab.alarms().contains(reason))
  }

  /// Syncs with a stick on which the archives that the case changes are missing.
  private func takeWhatIsGood(_ stick: URL, _ lab: LabService, _ name: String) throws {
    let copy = folder.url.appending(path: "good-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: stick, to: copy)
    let up = "airlock/up/\(world.channel.hex)/\(world.epoch.hex)"
    let changed = world.root.appending(path: "bad/\(name)/stick/\(up)")
    for file in SharedFolder.names(in: changed) {
      let stem = (file as NSString).deletingPathExtension
      for ending in ["note", "age"] {
        try? FileManager.default.removeItem(at: copy.appending(path: "\(up)/\(stem).\(ending)"))
      }
    }
    let report = try lab.sync(copy.path)
    #expect(report.refused == [])
  }

  private func secondStick(_ name: String, _ expectation: JSONValue) throws -> [URL] {
    guard try expectation.require("sticks").integer() == 2 else { return [] }
    let stick = try world.stick(into: folder)
    try VectorWorld.lay(world.root.appending(path: "bad/\(name)/stick2"), over: stick)
    return [stick]
  }

  /// Leaves, acts and roots at every size are those of expected.json.
  private func expectLog(of lab: LabService) throws {
    let name = LogName(channel: world.channel, epoch: world.epoch).description
    try lab.database.read { sql in
      let log = EventLog(sql, name: name)
      #expect(try log.size() == Int64(world.expected.require("leaves").count))
      for (size, root) in try world.expected.require("rootAtSize").members {
        #expect(try log.root(at: #require(Int64(size))) == root.digest())
      }
      for (_, hash) in try world.expected.require("acts").members {
        #expect(
          try sql.first("SELECT 1 FROM acts WHERE hash = ?", .bytes(hash.digest())) != nil)
      }
    }
  }
}
