import Foundation
import Store
import Testing
import Vocabulary

@testable import Room

/// Another implementation's world, on the room's side.
@Suite struct AirlockVectorTests {
  @Test(.enabled(if: VectorWorld.vectors != nil))
  func theGoodStickIsTakenInWhole() throws {
    let world = try VectorWorld()
    let channel = try world.channel()
    let report = try world.takeIn(world.folder.appending(path: "good/stick"), into: channel)
    #expect(report.alarms.isEmpty)
    #expect(report.imported == [1, 2])
    let expected = try VectorWorld.object(world.folder.appending(path: "good/expected.json"))
    let tasks = try #require(expected["tasks"] as? [[String: Any]]).map { $0["hash"] as? String }
    var found: [String?] = []
    let (schema, guidelines) = try channel.store.read { store in
      try store.eachTask(person: ID(unchecked: [UInt8](repeating: 0, count: ID.length))) {
        found.append($0.hash.hex)
      }
      return (try store.newestSchema(), try store.newestGuidelines())
    }
    #expect(found == tasks)
    #expect(schema?.hash.hex == expected["schemaHash"] as? String)
    #expect(guidelines?.hash.hex == expected["guidelinesHash"] as? String)
    let again = try world.takeIn(world.folder.appending(path: "good/stick"), into: channel)
    #expect(again.imported.isEmpty && again.alarms.isEmpty)
  }

  @Test(.enabled(if: VectorWorld.vectors != nil), arguments: VectorWorld.cases)
  func theBadStickIsRefusedForItsReason(_ name: String) throws {
    let world = try VectorWorld()
    let channel = try world.channel()
    let expect = try world.expectation(name)
    var report = try world.takeIn(try world.stick(of: name), into: channel)
    var before = 0
    if expect["sticks"] as? Int == 2 {
      #expect(report.alarms.isEmpty)
      before = report.imported.count
      report = try world.takeIn(try world.stick(of: name, overlay: "stick2"), into: channel)
    }
    let codes = report.alarms.map(\.code.rawValue)
    #expect(codes.contains(expect["reason"] as? String ?? ""), "alarms: \(report.alarms)")
    #expect(codes.count == 1, "one stick, one reason: \(report.alarms)")
    // One alarm is one leaf, and what was imported has one leaf each.
    let (alarms, leaves) = try channel.store.read { (try $0.alarms(), try $0.log.size()) }
    #expect(alarms.count == 1)
    #expect(leaves == 1 + Int64(report.imported.count) + Int64(before))
  }
}
