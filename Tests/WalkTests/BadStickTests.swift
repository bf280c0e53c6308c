import Exchange
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Sticks that are full or can't be written to: one clear line, nothing lost and nothing doubled on
/// either side, however often it is tried, and the next good stick completes it.
@Suite struct BadStickTests {
  /// What is wrong with a stick, and what the line says of it.
  struct Trouble: Sendable, CustomStringConvertible {
    let accident: Accident
    let word: String

    var description: String { "\(accident)" }
  }

  static let troubles =
    [0, 100, 5_000].flatMap { bytes in
      [
        Trouble(accident: .full(after: bytes), word: "more are needed"),
        Trouble(accident: .fullUnsaid(after: bytes), word: "is full"),
      ]
    } + [Trouble(accident: .readOnly, word: "only be read")]

  /// `body` fails for that reason, and its line is one for people.
  private func expectFault(_ trouble: Trouble, _ body: () throws -> Void) {
    let error = #expect(throws: (any Error).self) { try body() }
    let line = error.map { "\($0)" } ?? ""
    #expect(line.contains(trouble.word), "\(line)")
    #expect(!line.contains("\n") && line.count < 300)
  }

  @Test(arguments: troubles) func syncOfTheRoom(trouble: Trouble) throws {
    let world = try WalkWorld(WalkState.answered.get())
    let before = try world.roomFacts()
    let untouched = world.stick.files
    world.stick.arm(trouble.accident)
    let steps = world.stick.steps
    expectFault(trouble) { try world.roomSync(world.stick) }
    if case .full = trouble.accident { #expect(world.stick.steps == steps, "nothing was tried") }
    let after = try world.roomFacts()
    expectSame(before, after)
    // The archive is sealed and waits; trying again seals no other.
    expectFault(trouble) { try world.roomSync(world.stick) }
    #expect(try world.roomFacts() == after)
    #expect(untouched.allSatisfy { world.stick.files[$0.key] == $0.value })
    world.stick.plugIn()
    #expect(try world.roomSync(world.stick).channels.first?.again == true)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
  }

  /// Reading needs no room on a stick: what came down is taken in, and another stick brings it up.
  @Test(arguments: troubles) func tasksAreTakenInAllTheSame(trouble: Trouble) throws {
    let world = try WalkWorld(WalkState.packed.get())
    world.stick.arm(trouble.accident)
    expectFault(trouble) { try world.roomSync(world.stick) }
    #expect(try world.roomFacts().tasks == 3)
    try world.answer(2)
    let other = SimulatedDrive()
    _ = try world.room { [project = world.keys.project] in try $0.sync(other, only: project) }
    try world.labSync(other)
    #expect(try world.answersInLab() == 2)
  }

  @Test(arguments: troubles) func pack(trouble: Trouble) throws {
    let world = try WalkWorld(WalkState.enrolled.get())
    let before = try world.labRows()
    world.stick.arm(trouble.accident)
    expectFault(trouble) { try world.pack(0..<3, on: world.stick) }
    let isUnchanged = try world.labRows() == before
    // Five thousand bytes hold no bundle either.
    #expect(isUnchanged, "nothing was packed")
    world.stick.plugIn()
    try world.pack(0..<3, on: world.stick)
    try world.roomSync(world.stick)
    #expect(try world.roomFacts().tasks == 3)
  }

  @Test(arguments: troubles) func syncOfTheLab(trouble: Trouble) throws {
    let world = try WalkWorld(WalkState.sent.get())
    try world.labSync(world.stick.up)
    let stick = world.stick.down
    stick.arm(trouble.accident)
    expectFault(trouble) { try world.labSync(stick) }
    let after = try world.labRows()
    expectFault(trouble) { try world.labSync(stick) }
    #expect(try world.labRows() == after)
    stick.plugIn()
    try world.labSync(stick)
    try world.roomSync(stick)
    #expect(try world.roomFacts().receipted == 2)
    #expect(try world.answersInLab() == 2)
  }

  @Test func whatCameUpIsTakenInBeforeAnythingIsPutOut() throws {
    let world = try WalkWorld(WalkState.sent.get())
    world.stick.arm(.readOnly)
    #expect(throws: DriveFault.self) { try world.labSync(world.stick) }
    #expect(try world.answersInLab() == 2)
  }

  /// On a stick that is full to the last byte the archive that the lab has just taken in goes first.
  @Test func whatTheLabHoldsMakesRoomForItsReceipt() throws {
    let world = try WalkWorld(WalkState.sent.get())
    world.stick.arm(.full(after: 0))
    try world.labSync(world.stick)
    world.stick.plugIn()
    try world.roomSync(world.stick)
    #expect(try world.roomFacts().receipted == 2)
  }

  private func expectSame(
    _ before: RoomFacts, _ after: RoomFacts, location: SourceLocation = #_sourceLocation
  ) {
    var expected = before
    // The `export` leaf of the archive that waits in the outbox.
    (expected.archives, expected.leaves) = (before.archives + 1, before.leaves + 1)
    #expect(after == expected, sourceLocation: location)
  }
}
