import AnnotationModel
import Foundation
import StrictJSON
import Testing
import Vocabulary

@Suite(
  "Another implementation's world: what must be refused",
  .enabled(if: SharedData.has(VectorWorld.folder) && PublicTools.areThere))
struct BadVectorTests {
  /// The reasons that this module decides; others are for the modules above.
  private static let reasons: Set<String> = [
    "json-duplicate", "json-depth", "json-nan", "task-form", "schema-from",
    "answer",
    "act-chain", "act-log", "act-person", "act-replaces", "act-task", "leaf-at",
  ]

  private static let cases: [String] = {
    let names = try? SharedData.list(VectorWorld.folder + "/bad")
    return (names ?? []).filter { name in
      let path = "\(VectorWorld.folder)/bad/\(name)"
      let expect = try? JSONDocument(SharedData.read(path + "/expect.json")).root
      guard let reason = try? expect?["reason"]?.string() else { return false }
      return reasons.contains(reason) && !sealed(path).isEmpty
    }
  }()

  @Test("Refused for the named reason", arguments: cases)
  func refused(_ name: String) throws {
    let path = "\(VectorWorld.folder)/bad/\(name)"
    let expect = try JSONDocument(SharedData.read(path + "/expect.json")).root
    let reason = Refusal.Code(rawValue: try expect.require("reason").string())
    let world = try VectorWorld()
    for file in Self.sealed(path) {
      do {
        try Self.open(file, in: world)
        Issue.record("\(name) was taken")
      } catch let refusal as Refusal {
        #expect(refusal.code == reason, "\(name): \(refusal)")
      }
    }
  }

  private static func sealed(_ path: String) -> [String] {
    let root = SharedData.root.appending(path: path)
    let all = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String }
    return (all ?? []).filter { $0.hasSuffix(".age") }.map { root.appending(path: $0).path() }
  }

  private static func open(_ file: String, in world: VectorWorld) throws {
    func entry(_ name: String) throws -> [UInt8] {
      let keys = SharedData.root.appending(path: VectorWorld.folder + "/good/identities.txt").path()
      return try PublicTools.run(
        "age -d -i '\(keys)' '\(file)' | zstd -dcq 2>/dev/null | tar xO \(name)")
    }
    if file.contains("/up/") {
      let archive = try VectorWorld.Archive(
        manifest: entry("manifest.json"), log: entry("log.jsonl"), acts: entry("acts.jsonl"))
      _ = try world.check(archive.lines, from: archive.from)
    } else {
      let names = String(decoding: try entry("manifest.json"), as: UTF8.self)
      guard names.contains("project.json") else { return }
      let schema: ProjectSchema
      do {
        schema = try ProjectSchema(parsing: entry("project.json"), side: .room)
      } catch let fault as DocumentFault { throw fault.refusal }
      for line in try SharedData.lines(of: entry("tasks.jsonl")) {
        _ = try AnnotationTask(parsing: line, schema: schema)
      }
    }
  }
}
