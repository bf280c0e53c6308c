import BundleFormat
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A project that is destroyed in a room: on the lab's order, by the custodian, after all that
/// people did is at the lab.
@Suite struct WipeTests {
  private let world: WalkWorld

  init() throws {
    world = try WalkWorld(WalkState.answered.get())
    _ = try world.lab.wipe("The project ends.", to: OrderAddress(project: "siskin"))
    try world.labSync(world.stick)
    #expect(world.taken(try world.roomSync(world.stick)) == ["wipe"])
  }

  private var files: [String] {
    let home = world.home
    let project = world.keys.project
    return [home.erase(project), home.store(project), "\(home.grants)/\(project.hex)"]
      .filter { PrivateFile.exists($0) }
  }

  private func acknowledge() throws {
    try world.labSync(world.stick)
    try world.roomSync(world.stick)
  }

  @Test func resultsComeOutBeforeAnythingIsDestroyed() throws {
    let plan = try world.room { try $0.wipePlan(world.keys.project) }
    #expect(plan.unacknowledged == 2 && plan.order == 2 && plan.text == "The project ends.")
    let failure = #expect(throws: Failure.self) {
      try world.room { _ = try $0.wipe(world.keys.project) }
    }
    #expect(failure?.exit == .refused)
    #expect(files.count == 3)
    try world.desk { desk in
      let open = try #require(try desk.nextOpen(after: 0))
      #expect(throws: Failure.self) { _ = try desk.task(at: open) }
    }
    try acknowledge()
    #expect(try world.answersInLab() == 2)
  }

  @Test func aTombstoneRemains() throws {
    try acknowledge()
    let stone = try world.room { try $0.wipe(world.keys.project) }
    #expect(files == [])
    #expect(stone.codename == "siskin" && stone.order == 2 && stone.size > 0)
    try world.room { custodian throws in
      #expect(try custodian.tombstones() == [stone])
      #expect(try custodian.status().destroyed == [stone])
      let report = try custodian.sync(world.stick, only: nil)
      #expect(report.destroyed == [stone] && report.channels.isEmpty && report.foreign == 0)
      // Nothing brings it back.
      #expect(throws: Failure.self) { try custodian.grant(WalkWorld.ann, project: stone.project) }
      #expect(throws: Failure.self) { _ = try custodian.wipe(stone.project) }
      let trust = try world.lab.database.read {
        try Roots(sql: $0, project: stone.project).current()
      }
      #expect(throws: Failure.self) {
        let fingerprint = Fingerprint(of: trust).hex
        _ = try custodian.trust(trust, fingerprint: fingerprint, lab: "")
      }
    }
    #expect(throws: (any Error).self) { try world.desk { _ in } }
    #expect(throws: Failure.self) { try world.pack(5..<6, on: world.stick) }
  }

  /// The tombstone is written, the files still lie there: the next opening destroys them.
  @Test func aPowerCutInTheMiddleOfAWipe() throws {
    try acknowledge()
    try world.room { custodian in
      try custodian.store.bury(
        Tombstone(
          project: world.keys.project, channel: world.keys.channel, codename: "siskin", at: 1,
          order: 2, size: 1, root: .zero))
    }
    #expect(files.count == 3)
    #expect(try world.room { try $0.tombstones().count } == 1)
    #expect(files == [])
  }

  @Test func resultsCanBeGivenUp() throws {
    try world.room { _ = try $0.wipe(world.keys.project, losingResults: true) }
    #expect(files == [])
  }
}
