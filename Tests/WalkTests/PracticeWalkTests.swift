import AnnotationModel
import Cryptography
import Store
import StrictJSON
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Practice from the lab's file to the person's answer: it comes first, it is judged, it counts in
/// nothing.
@Suite struct PracticeWalkTests {
  private func world(pass: Int) throws -> WalkWorld {
    let world = try WalkWorld(WalkState.enrolled.get())
    try world.folder.write(
      "siskin/project.json",
      WalkSetUp.schema.replacing(
        #""version":1,"#, with: #""version":2,"practice":{"pass":\#(pass)},"#
      ).utf8)
    try world.folder.write("siskin/guidelines.md", "# Siskin\n".utf8)
    let line = #"{"id":"x","prompt":"p","answers":{"score":4,"why":"so"},"explain":"**Because.**"}"#
    try world.folder.write(
      "siskin/practice.jsonl",
      (line + "\n" + line.replacing(#""score":4"#, with: #""score":2"#) + "\n").utf8)
    _ = try world.lab.addProject(
      world.folder.path("siskin"), to: "siskin", rootPassphrase: WalkSetUp.passphrase)
    try world.pack(0..<2, on: world.stick)
    try world.roomSync(world.stick)
    return world
  }

  private func submit(_ desk: Desk, _ position: Int64, score: Int) throws {
    let task = try #require(try desk.practice(at: position)).task.task.hash
    _ = try desk.submit(
      AnswerToSubmit(
        task: task, answers: Array(#"{"score":\#(score),"why":"I think"}"#.utf8), activeMs: 9_000))
  }

  @Test func realTasksComeAfterThePassMark() throws {
    let world = try world(pass: 2)
    try world.desk { desk throws in
      #expect(throws: NotYet.practice(missing: 2)) { _ = try desk.task(at: 1) }
      #expect(try #require(try desk.practice(at: 1)).review == nil, "no answer is given away")
      try submit(desk, 1, score: 4)
      let review = try #require(try desk.practice(at: 1)?.review)
      #expect(review.marks.isRight && review.explain == Array("**Because.**".utf8))
      #expect(review.marks.verdicts.map(\.verdict) == [.right, .open])
      try submit(desk, 2, score: 3)
      #expect(try #require(try desk.practice(at: 2)?.review).marks.isRight == false)
      #expect(throws: NotYet.practice(missing: 1)) { _ = try desk.task(at: 1) }
      // Answered again, and right: the newest counts.
      try submit(desk, 2, score: 2)
      #expect(try desk.task(at: 1) != nil)
      #expect(try desk.practice(at: 3) == nil)
      let state = try #require(try desk.glance()?.practice)
      #expect(state == PracticeState(total: 2, answered: 2, right: 2, pass: 2, next: nil))
      #expect(try desk.counts().answered == 0 && desk.counts().drafts == 0)
      #expect(try desk.hours(since: 0).practice == 3)
    }
  }

  @Test func theLabChecksPracticeActsAndCountsNone() throws {
    let world = try world(pass: 1)
    try world.desk { desk in
      try submit(desk, 1, score: 4)
      try submit(desk, 2, score: 5)
    }
    try world.answer(1)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 1)
    let out = world.folder.path("out.jsonl")
    #expect(try world.lab.exportJSONL("siskin", to: out) == 1)
    let kept = try world.lab.database.read { sql in
      try sql.first("SELECT count(*) FROM acts")?.integer(0)
    }
    #expect(kept == 3, "practice acts are evidence like any other")
    #expect(try world.lab.agreement("siskin").allSatisfy { $0.pairs.isEmpty })
    let channels = try world.lab.custody("siskin").channels
    let owed = try world.lab.outstanding(channels.map(\.channel))
    #expect(owed.map(\.open) == channels.map(\.open), "an answer to practice is no answer")
  }
}
