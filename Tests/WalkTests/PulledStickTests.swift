import Cryptography
import Exchange
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A stick pulled out in each step of a sync, on both sides, with each kind of tear: the other side
/// takes what is left without an alarm, the next sync completes, and every answer arrives once.
@Suite struct PulledStickTests {
  /// How many steps `body` takes on a stick that nothing happens to.
  private func steps(_ state: WalkState, _ body: (WalkWorld) throws -> Void) throws -> Int {
    let world = try WalkWorld(state)
    try body(world)
    return world.stick.steps
  }

  /// For each step: a fresh world whose stick is pulled in that step of `body`, and put in again.
  private func eachStep(
    _ state: WalkState, _ tear: Accident.Tear, _ body: (WalkWorld) throws -> Void,
    then check: (WalkWorld) throws -> Void
  ) throws {
    let count = try steps(state, body)
    try #require(count > 10)
    // Many steps leave the same, which is looked at once.
    var seen: Set<Left> = []
    for step in 1...count {
      let world = try WalkWorld(state)
      world.stick.arm(.pulled(step: step, tear: tear))
      #expect(throws: (any Error).self, "step \(step) of \(count)") { try body(world) }
      world.stick.plugIn()
      guard seen.insert(try Left(world)).inserted else { continue }
      try check(world)
    }
  }

  /// What an accident leaves: the stick, and how far the homes had come.
  private struct Left: Hashable {
    let stick: [String: [UInt8]]
    let outbox: [String]
    let tasks: Int64

    init(_ world: WalkWorld) throws {
      stick = world.stick.files
      outbox = try world.outboxFiles()
      tasks = try world.tasksInLab()
    }
  }

  /// What the other side sees without disturbing the stick.
  private func copy(_ world: WalkWorld) -> SimulatedDrive {
    SimulatedDrive(files: world.stick.files)
  }

  @Test(arguments: Accident.Tear.allCases) func firstArchive(tear: Accident.Tear) throws {
    let acts = try WalkWorld(WalkState.answered.get()).roomFacts().acts
    try eachStep(WalkState.answered.get(), tear) {
      _ = try $0.room { [stick = $0.stick] in try $0.sync(stick, only: nil) }
    } then: { world in
      let seen = copy(world)
      try world.labSync(seen)
      #expect([0, 2].contains(try world.answersInLab()), "all of an archive or nothing")
      try world.roomSync(world.stick)
      try world.labSync(world.stick)
      try expectWhole(world, acts: acts, answers: 2)
    }
  }

  @Test(arguments: Accident.Tear.allCases) func archiveAfterAReceipt(tear: Accident.Tear) throws {
    let acts = try WalkWorld(WalkState.returned.get()).roomFacts().acts
    try eachStep(WalkState.returned.get(), tear) {
      _ = try $0.room { [stick = $0.stick] in try $0.sync(stick, only: nil) }
    } then: { world in
      try world.labSync(copy(world))
      #expect([2, 3].contains(try world.answersInLab()))
      try world.roomSync(world.stick)
      try world.labSync(world.stick)
      try expectWhole(world, acts: acts, answers: 3)
    }
  }

  @Test(arguments: Accident.Tear.allCases) func pack(tear: Accident.Tear) throws {
    try eachStep(WalkState.enrolled.get(), tear) {
      try $0.pack(0..<3, on: $0.stick)
    } then: { world in
      let packed = try world.tasksInLab()
      try world.roomSync(copy(world))
      #expect([0, Int(packed)].contains(try world.roomFacts().tasks))
      // What was not packed is packed again; what was, the next sync brings.
      if packed == 0 { try world.pack(0..<3, on: world.stick) }
      try world.labSync(world.stick)
      try world.roomSync(world.stick)
      #expect(try world.roomFacts().tasks == 3)
      #expect(try world.roomFacts().alarms == 0)
    }
  }

  @Test(arguments: Accident.Tear.allCases) func syncOfTheLab(tear: Accident.Tear) throws {
    let acts = try WalkWorld(WalkState.sent.get()).roomFacts().acts
    try eachStep(WalkState.sent.get(), tear) {
      _ = try $0.lab.sync(on: $0.stick)
    } then: { world in
      #expect(try world.answersInLab() == 2, "taken in before anything is put out")
      try world.roomSync(copy(world))
      try world.labSync(world.stick)
      try world.roomSync(world.stick)
      #expect(try world.roomFacts().receipted == 2)
      try world.labSync(world.stick)
      try expectWhole(world, acts: acts, answers: 2)
    }
  }

  /// The lab holds every answer, the room every act, in the same order, and neither raised an alarm.
  private func expectWhole(
    _ world: WalkWorld, acts: [Digest], answers: Int64,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let facts = try world.roomFacts()
    #expect(facts.acts == acts, sourceLocation: location)
    #expect(facts.alarms == 0, sourceLocation: location)
    #expect(try world.answersInLab() == answers, sourceLocation: location)
    #expect(try world.labAlarms() == [], sourceLocation: location)
    let channel = try world.lab.status("siskin").projects.first?.channels.first
    #expect(channel?.leaves == facts.leaves, sourceLocation: location)
  }
}
