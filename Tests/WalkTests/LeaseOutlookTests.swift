import BundleFormat
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// The custodian's line about a lab that isn't heard.
@Suite struct LeaseOutlookTests {
  private let world: WalkWorld

  init() throws {
    world = try WalkWorld(WalkState.packed.get())
    try world.lab.database.write { try $0.run("UPDATE channels SET lease_acts = 6") }
    try world.pack(3..<20, on: world.stick)
    try world.roomSync(world.stick)
  }

  private func exported() throws -> LeaseOutlook {
    let report = try world.roomSync(SimulatedDrive(files: world.stick.files))
    return try #require(report.channels.first?.lease)
  }

  @Test func theLineCountsDown() throws {
    try world.answer(2)
    var outlook = try exported()
    #expect(outlook.unanswered == 2 && outlook.actsLeft == 4)
    // Two answers a day so far, four are left.
    #expect(
      outlook.line == "The lab has not answered 2 exports; new tasks stop in about 2 days of work.")
    try world.answer(1)
    outlook = try exported()
    #expect(
      outlook.line == "The lab has not answered 3 exports; new tasks stop in about 1 day of work.")
    try world.answer(2)
    outlook = try exported()
    #expect(outlook.line?.contains("4 exports; new tasks stop in less than a day") == true)
    try world.answer(1)
    outlook = try exported()
    #expect(outlook.isSpent && outlook.isPressing)
    #expect(outlook.line?.contains("no new task can be opened. Nothing is lost") == true)
  }

  @Test func theLabIsHeard() throws {
    try world.answer(2)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    let outlook = try #require(try world.roomSync(world.stick).channels.first?.lease)
    // The export of this very sync is the only one without an answer.
    #expect(outlook.unanswered == 1 && outlook.actsLeft == 6)
    let status = try world.room { try $0.status().projects.first?.lease }
    #expect(status == outlook)
  }
}
