import AnnotationModel
import Cryptography
import Exchange
import Foundation
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Replay, "restored backup": a room that comes back from a backup begins a new log. The lab takes
/// nothing of it in before a person accepts it, and then every answer once.
@Suite struct RestoreTests {
  /// Leaf 0 is `restored`, then people, then what no receipt covers, with its own time.
  @Test func theNewLogBeginsAsTheFormatsSay() throws {
    let world = try WalkWorld(WalkState.returned.get())
    try world.roomSync(world.stick)
    let before = try world.leaves()
    let facts = try world.roomFacts()
    let export = try #require(try world.channel { try $1.store.read { try $0.lastExport() } })
    let epoch = try world.channel { $1.epoch }
    try world.restore(world.backUp())
    let leaves = try world.leaves()
    #expect(
      leaves.first?.event == .restored(epoch: epoch, size: export.size, root: export.root))
    guard case .person(_, let key, .added)? = leaves.dropFirst().first?.event else {
      return #expect(Bool(false), "leaf 1 is the person's")
    }
    #expect(key == world.keys.ann.actKey(project: world.keys.project).verifyingKey.hex)
    // Of three acts two were receipted.
    let again = leaves.dropFirst(2)
    #expect(again.count == 1)
    let old = try #require(before.last { if case .act = $0.event { true } else { false } })
    #expect(again.first?.event == old.event)
    #expect(again.first?.since == old.at)
    #expect(zip(leaves, leaves.dropFirst()).allSatisfy { $0.at <= $1.at })
    let now = try world.roomFacts()
    #expect(now.tasks == facts.tasks)
    #expect(now.archives == 0 && now.receipted == 0)
    #expect(now.acts == [try #require(facts.acts.last)])
  }

  /// The room had answered two tasks and put them out; nothing had come to the lab.
  @Test func whatNeverReachedTheLabArrivesOnce() throws {
    let world = try WalkWorld(WalkState.answered.get())
    try world.roomSync(SimulatedDrive(files: world.stick.files))
    try world.restore(world.backUp())
    try world.answer(1)
    try world.roomSync(world.stick)
    try accept(world, answers: 3)
  }

  /// The lab holds what the backup doesn't know to be receipted: it counts once, by its hash.
  @Test func whatTheLabHoldsCountsOnce() throws {
    let world = try WalkWorld(WalkState.sent.get())
    let backup = try world.backUp()
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
    try world.restore(backup)
    try world.answer(1)
    try world.roomSync(world.stick)
    try accept(world, answers: 3, newActs: 1)
  }

  /// The lab holds more than the backup: what the room has lost still counts, until its person does
  /// it again.
  @Test func whatTheRoomHasLostStillCounts() throws {
    let world = try WalkWorld(WalkState.packed.get())
    try world.roomSync(world.stick)
    let backup = try world.backUp()
    try world.answer(2)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try world.restore(backup)
    try world.roomSync(world.stick)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    _ = try world.lab.acceptRoom(nil, project: "siskin")
    #expect(try world.answersInLab() == 2)
    let before = try world.exported()
    // Ann, who doesn't find her answers any more, gives all three.
    try world.roomSync(syncOfLab(world))
    try world.answer(3)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 3)
    #expect(try Set(world.exported()).isDisjoint(with: before), "the newest act of a person counts")
  }

  /// A revision of an answer that only the former log holds.
  @Test func anAnswerOfTheFormerLogIsRevised() throws {
    let world = try WalkWorld(WalkState.returned.get())
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try world.roomSync(world.stick)
    try world.restore(world.backUp())
    try world.desk { desk in
      let task = try #require(try desk.task(at: 1))
      _ = try desk.submit(
        AnswerToSubmit(task: task.task.hash, answers: Array(#"{"score":1}"#.utf8)))
    }
    try world.roomSync(world.stick)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    let accepted = try world.lab.acceptRoom(nil, project: "siskin")
    #expect(accepted.taken.acts == 1)
    #expect(try world.exported().filter { $0.contains(#""score":1"#) }.count == 1)
    #expect(try world.answersInLab() == 3)
  }

  /// Bundles that the room lost with its disk go out again, sealed to the new log's key, and old
  /// receipts in them are no alarm.
  @Test func lostBundlesComeAgain() throws {
    let world = try WalkWorld(WalkState.sent.get())
    let backup = try world.backUp()
    try world.labSync(world.stick)
    try world.pack(3..<6, on: world.stick)
    try world.roomSync(world.stick)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try world.restore(backup)
    #expect(try world.roomFacts().tasks == 3)
    // Before the lab has accepted the log the stick is sealed to a key that is lost.
    let report = try world.roomSync(world.stick)
    #expect(report.channels.first?.awaitsAcceptance == true)
    #expect(try pageSaysItWaits(world))
    try accept(world, answers: 2, newActs: 0)
    #expect(try world.roomFacts().tasks == 6)
    try world.answer(4)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try world.roomSync(world.stick)
    #expect(try world.answersInLab() == 6)
    #expect(try world.roomFacts().alarms == 0)
  }

  /// Restored twice from the same backup: the second log goes on where the first did.
  @Test func aSecondRestore() throws {
    let world = try WalkWorld(WalkState.answered.get())
    let backup = try world.backUp()
    try world.restore(backup)
    try world.answer(1)
    try world.roomSync(world.stick)
    try accept(world, answers: 3)
    try world.restore(backup)
    try world.roomSync(world.stick)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    _ = try world.lab.acceptRoom(nil, project: "siskin")
    #expect(try world.answersInLab() == 3, "two come again, and the third is lost in the room only")
    try world.roomSync(syncOfLab(world))
    try world.answer(1)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 3)
  }

  /// Two restores with work but no sync between: acts of both lives come.
  @Test func aRestoreOfARestoredRoomThatNobodyHeardOf() throws {
    let world = try WalkWorld(WalkState.sent.get())
    try world.labSync(world.stick)
    try world.answer(1)
    try world.restore(world.backUp())
    try world.desk { desk in
      let task = try #require(try desk.task(at: 1))
      _ = try desk.submit(
        AnswerToSubmit(task: task.task.hash, answers: Array(#"{"score":1}"#.utf8)))
    }
    try world.restore(world.backUp(as: "second.age"))
    try world.roomSync(world.stick)
    try accept(world, answers: 3, newActs: 2)
  }

  /// A log that claims another past than the lab holds is no restore.
  @Test func aForgedPastIsRefused() throws {
    let world = try WalkWorld(WalkState.sent.get())
    try world.labSync(world.stick)
    let rows = try world.labRows()
    try world.channel { custodian, channel in
      try channel.store.write { store in
        let own = try #require(try store.lastExport())
        try store.insertExport(
          StoredExport(
            sequence: own.sequence + 1, from: own.from, size: own.size - 1, root: .zero,
            nonce: own.nonce, note: own.note, archive: own.archive))
      }
    }
    _ = try world.room { try $0.beginEpochs() }
    try world.roomSync(world.stick)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    let failure = try #require(throws: Failure.self) {
      _ = try world.lab.acceptRoom(nil, project: "siskin")
    }
    #expect(failure.line.contains("log-fork"))
    #expect(try world.labRows()["standings"] == rows["standings"])
    #expect(try world.labRows()["ledger"] == rows["ledger"])
  }

  @Test func nothingWaitsAndNothingIsAccepted() throws {
    let world = try WalkWorld(WalkState.sent.get())
    try world.labSync(world.stick)
    #expect(throws: Failure.self) { _ = try world.lab.acceptRoom(nil, project: "siskin") }
  }

  private func pageSaysItWaits(_ world: WalkWorld) throws -> Bool {
    try #require(try world.room { try $0.picture().projects.first }).status.awaitsAcceptance
  }

  /// The lab's way to the room: accepted, told, answered.
  private func accept(_ world: WalkWorld, answers: Int64, newActs: Int64? = nil) throws {
    let before = try world.answersInLab()
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    #expect(try world.answersInLab() == before, "nothing of it counts")
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"], "and it waits on")
    let accepted = try world.lab.acceptRoom(nil, project: "siskin")
    if let newActs { #expect(accepted.taken.acts == newActs) }
    #expect(try world.answersInLab() == answers)
    let report = try world.roomSync(syncOfLab(world))
    #expect(report.channels.first?.awaitsAcceptance == false)
    #expect(try !pageSaysItWaits(world))
    #expect(report.channels.first?.receipted == accepted.taken.sequence)
    try world.labSync(world.stick)
    try world.roomSync(world.stick)
    #expect(try world.answersInLab() == answers)
    #expect(try world.roomFacts().alarms == 0)
  }

  private func syncOfLab(_ world: WalkWorld) throws -> SimulatedDrive {
    try world.labSync(world.stick)
    return world.stick
  }
}
