import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Replay, "cloned room": two machines with the same keys go on from the same state.
@Suite struct CloneTests {
  private let world: WalkWorld
  private let clone: TestFolder
  /// The original, once the clone's home stands in its place.
  private let original: TestFolder

  init() throws {
    world = try WalkWorld(WalkState.returned.get())
    clone = try TestFolder()
    original = try TestFolder()
    try clone.copy(world.home.path, to: "room")
  }

  private func becomeClone() throws {
    try original.copy(world.home.path, to: "room")
    try world.folder.copy(clone.path("room"), to: "room")
  }

  /// The original's results are in; the clone, which worked on its own, comes second.
  private func letBothGoOut() throws -> SimulatedDrive {
    let other = SimulatedDrive(files: world.stick.files)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try becomeClone()
    try world.desk { desk in
      let task = try #require(try desk.task(at: 1))
      _ = try desk.submit(
        AnswerToSubmit(task: task.task.hash, answers: Array(#"{"score":2}"#.utf8)))
    }
    try world.roomSync(other)
    return other
  }

  @Test func theSecondIsAContradictionAndTheRestGoesOn() throws {
    let other = try letBothGoOut()
    let rows = try world.labRows()
    #expect(try world.labRefusals(other) == ["equivocation"])
    var expected = rows
    for table in ["findings", "channels", "metadata", "bundles"] {
      expected[table] = try world.labRows()[table]
    }
    #expect(expected["findings"]?.count == 1, "the contradiction is kept")
    #expect(try world.labRows() == expected)
    // The original goes on as if nothing had been.
    try world.folder.copy(original.path("room"), to: "room")
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 3)
  }

  /// An archive of a copy that died young, under a number that the lab has passed without having
  /// seen it: nothing later would speak of it.
  @Test func aCopysOldArchiveIsSeenThoughTheLabHasPassedItsNumber() throws {
    let copys = SimulatedDrive(files: world.stick.files)
    try world.roomSync(SimulatedDrive(files: world.stick.files))
    try world.roomSync(SimulatedDrive(files: world.stick.files))
    try world.desk { desk in
      let task = try #require(try desk.task(at: 1))
      _ = try desk.flag(task.task.hash, text: "twice")
    }
    let newest = SimulatedDrive()
    _ = try world.room { [project = world.keys.project] in try $0.sync(newest, only: project) }
    try world.labSync(newest)
    try becomeClone()
    try world.desk { desk in
      let task = try #require(try desk.task(at: 2))
      _ = try desk.submit(
        AnswerToSubmit(task: task.task.hash, answers: Array(#"{"score":1}"#.utf8)))
    }
    try world.roomSync(copys)
    let before = try world.answersInLab()
    #expect(try world.labRefusals(copys.up) == ["log-fork"])
    #expect(try world.labRefusals(copys.up) == ["log-fork"], "as often as it comes")
    #expect(try world.answersInLab() == before)
    let findings = try world.lab.status("siskin").projects.first?.channels.first?.findings
    #expect(findings == 1, "the contradiction is kept once")
  }

  /// The lab goes on with the clone, by its new log; the original's results count no more, and are
  /// kept.
  @Test func oneOfBothGoesOnUnderANewLog() throws {
    let other = try letBothGoOut()
    #expect(try world.labRefusals(other) == ["equivocation"])
    _ = try world.room { try $0.beginEpochs() }
    try world.roomSync(other)
    #expect(try world.labRefusals(other).contains("epoch-waiting"))
    let accepted = try world.lab.acceptRoom(nil, project: "siskin")
    #expect(accepted.taken.acts == 1, "the act that both have counts once, the clone's own is new")
    #expect(try world.answersInLab() == 3)
    #expect(try world.exported().filter { $0.contains(#""score":2"#) }.count == 1)
    try world.folder.copy(original.path("room"), to: "room")
    try world.desk { desk in
      let task = try #require(try desk.task(at: 2))
      _ = try desk.submit(
        AnswerToSubmit(task: task.task.hash, answers: Array(#"{"score":5}"#.utf8)))
    }
    let late = SimulatedDrive()
    _ = try world.room { [project = world.keys.project] in try $0.sync(late, only: project) }
    let kept = try world.lab.archives.list().count
    #expect(try world.labRefusals(late).contains("epoch-closed"))
    #expect(try world.lab.archives.list().count > kept)
    #expect(try world.exported().contains { $0.contains(#""score":5"#) } == false)
  }
}
