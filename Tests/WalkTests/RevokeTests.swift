import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A room that the lab has shut out: nothing more goes there, and what comes from it counts in
/// nothing.
@Suite struct RevokeTests {
  private let world: WalkWorld

  init() throws { world = try WalkWorld(WalkState.answered.get()) }

  @Test func laterResultsAreQuarantined() throws {
    try world.roomSync(world.stick)
    _ = try world.lab.revoke(String(world.keys.room.hex.prefix(8)))
    let report = try world.lab.sync(on: world.stick)
    #expect(Set(report.refused.map(\.code)) == ["room-revoked"])
    #expect(report.taken == [] && report.written == [])
    #expect(try world.answersInLab() == 0)
    let findings = try world.lab.custody("siskin").channels.first?.findings
    #expect(findings?.map(\.code) == ["room-revoked", "room-revoked"])
    #expect(findings?.allSatisfy(\.hasEvidence) == true)
    #expect(try world.lab.archives.list().count == 2, "both that came are kept")
    // The same stick again is the same finding.
    _ = try world.lab.sync(on: world.stick)
    #expect(try world.lab.custody("siskin").channels.first?.findings.count == 2)
  }

  @Test func nothingMoreGoesThere() throws {
    _ = try world.lab.revoke(world.keys.room.hex)
    #expect(throws: Failure.self) { try world.pack(8..<9, on: world.stick) }
    #expect(throws: Failure.self) {
      _ = try world.lab.message("hello", to: OrderAddress(project: "siskin"))
    }
    let other = SimulatedDrive()
    #expect(try world.lab.sync(on: other).written == [])
    #expect(other.files.isEmpty)
    // What lay ready for it on a stick is taken away.
    _ = try world.lab.sync(on: world.stick)
    #expect(world.stick.files.keys.contains { $0.contains("/targets/") } == false)
  }

  @Test func aLiftedRevocationBringsWhatWasQuarantined() throws {
    try world.roomSync(world.stick)
    _ = try world.lab.revoke(world.keys.room.hex)
    _ = try world.lab.sync(on: world.stick)
    _ = try world.lab.revoke(world.keys.room.hex, project: "siskin", lift: true)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
    try world.roomSync(world.stick)
    #expect(try world.roomFacts().receipted == 2)
  }

  @Test func aRoomThatNobodyKnows() throws {
    #expect(throws: Failure.self) { _ = try world.lab.revoke("ffffffff") }
  }
}
