import AnnotationModel
import BundleFormat
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// The freeze of the breach that this was made after: no new task is opened, and people still log
/// their hours and hand in what they did.
@Suite struct FreezeTests {
  private let world: WalkWorld

  init() throws { world = try WalkWorld(WalkState.answered.get()) }

  private func freeze() throws {
    _ = try world.lab.freeze("Wait for news.", to: OrderAddress(project: "siskin"))
    try world.labSync(world.stick)
    let report = try world.roomSync(world.stick)
    #expect(world.taken(report) == ["freeze"])
    #expect(report.channels.first?.pause?.kind == .frozen)
    #expect(report.channels.first?.pause?.text == "Wait for news.")
  }

  private static let answer = Array(#"{"score":2}"#.utf8)

  @Test func aFreezeLetsHoursAndResultsOut() throws {
    try freeze()
    try world.desk { desk in
      let open = try #require(try desk.nextOpen(after: 0))
      let failure = #expect(throws: Failure.self) { _ = try desk.task(at: open) }
      #expect(failure?.exit == .refused)
      #expect(failure?.line.contains("paused") == true && failure?.line.contains("news") == true)
      // What is done can be looked at and mended, and its minutes count.
      let answered = try #require(try desk.task(at: 1))
      #expect(answered.state == .answered)
      _ = try desk.submit(
        AnswerToSubmit(task: answered.task.hash, answers: Self.answer, activeMs: 60_000))
      _ = try desk.ask(nil, text: "When do we go on?")
      #expect(try desk.counts().answered == 2)
      #expect(try desk.glance()?.pause?.kind == .frozen)
    }
    #expect(try world.roomSync(world.stick).channels.first?.archive != nil)
    #expect(try world.labSync(world.stick).taken.map(\.acts) == [4])
    #expect(try world.answersInLab() == 2)
  }

  @Test func aFrozenRoomPrintsNoNewTask() throws {
    try freeze()
    try world.desk { desk in
      var states: [TaskState] = []
      try desk.eachTask { states.append($0.state) }
      #expect(states == [.answered, .answered])
    }
  }

  @Test func aDraftCanBeFinishedWhileFrozen() throws {
    try world.desk { desk in
      let open = try #require(try desk.nextOpen(after: 0))
      let task = try #require(try desk.task(at: open)).task.hash
      _ = try desk.saveDraft(task, number: 1, body: Array("{}".utf8))
    }
    try freeze()
    try world.answer(1)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 3)
  }

  /// A script that knows a task's hash gets no further than the page.
  @Test func nothingUnseenCanBeAnsweredWhileFrozen() throws {
    let unseen = try #require(try world.unseen())
    try freeze()
    let before = try world.roomFacts().acts
    try world.desk { desk throws in
      #expect(throws: Failure.self) {
        _ = try desk.submit(AnswerToSubmit(task: unseen, answers: Self.answer, scripted: true))
      }
      #expect(throws: Failure.self) {
        _ = try desk.saveDraft(unseen, number: 1, body: Array("{}".utf8))
      }
      #expect(throws: Failure.self) { _ = try desk.skip(unseen, text: "no", activeMs: 0) }
    }
    #expect(try world.roomFacts().acts == before)
  }

  @Test func aThawLetsWorkGoOn() throws {
    try freeze()
    #expect(throws: Failure.self) { try world.pack(7..<8, on: world.stick) }
    _ = try world.lab.thaw("Go on.", to: OrderAddress(project: "siskin"))
    try world.labSync(world.stick)
    #expect(world.taken(try world.roomSync(world.stick)) == ["thaw"])
    try world.answer(1)
    try world.pack(7..<8, on: world.stick)
    // Who isn't frozen is told nothing of a thaw.
    let again = try world.lab.thaw("Go on.", to: OrderAddress(project: "siskin"))
    #expect(again.channels == [])
  }

  @Test func theSameFreezeTwiceChangesNothing() throws {
    try freeze()
    let before = try world.roomFacts()
    let report = try world.roomSync(world.stick)
    #expect(report.channels.first?.imported == [])
    #expect(try world.roomFacts() == before)
  }
}
