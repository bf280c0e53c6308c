import AnnotationModel
import BundleFormat
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Bundles under metadata that the lab's own keys signed: what a thief of them, or a lab that was
/// put back from an old copy, could send. The room takes in what holds, refuses the rest with one
/// alarm, and goes on with the lab's true stick.
@Suite struct BundleForgeryTests {
  private let world: WalkWorld
  private let forger: ForgedRelease
  private let drive = SimulatedDrive()

  init() throws {
    world = try WalkWorld(WalkState.answered.get())
    forger = try ForgedRelease(world)
  }

  /// The room meets the forged stick: one alarm, and nothing else of it.
  private func expectAlarm(
    _ code: String, imported: [Int64] = [], location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try world.roomFacts()
    let report = try world.room { try $0.sync(drive, only: nil) }
    let channel = try #require(report.channels.first)
    #expect(channel.alarms.map(\.code.rawValue) == [code], sourceLocation: location)
    #expect(channel.imported == imported, sourceLocation: location)
    #expect(channel.archive == 2, "results go out whatever comes in", sourceLocation: location)
    let after = try world.roomFacts()
    #expect(after.tasks == before.tasks, sourceLocation: location)
    #expect(after.acts == before.acts, sourceLocation: location)
    #expect(after.bundles == before.bundles + Int64(imported.count), sourceLocation: location)
    #expect(after.alarms == 1, sourceLocation: location)
    // The alarm, what was imported, the export.
    #expect(
      after.leaves == before.leaves + 2 + Int64(imported.count), sourceLocation: location)
  }

  @Test func theSameSequenceWithAnotherManifest() throws {
    try forger.put([forger.tasks(["another"], 1, previous: .zero)], on: drive)
    try expectAlarm("sequence")
    try world.pack(3..<4, on: world.stick)
    try world.roomSync(world.stick)
    #expect(try world.roomFacts().tasks == 4)
  }

  @Test func twoManifestsUnderTheNextSequence() throws {
    try forger.put(
      [
        forger.order(2, previous: forger.previous),
        forger.order(2, previous: forger.previous, lease: nil),
      ], on: drive)
    try expectAlarm("sequence")
  }

  @Test func wrongPrevious() throws {
    try forger.put([forger.order(2, previous: .zero)], on: drive)
    try expectAlarm("previous")
  }

  @Test func theNextButOne() throws {
    try forger.put([forger.order(3, previous: forger.previous)], on: drive)
    try expectAlarm("sequence")
  }

  @Test func whatComesBeforeTheWrongOneIsTakenIn() throws {
    let good = forger.order(2, previous: forger.previous)
    try forger.put([forger.order(3, previous: .zero), good], on: drive)
    try expectAlarm("previous", imported: [2])
    // The room says what it took in, so the lab learns of a bundle that it never made.
    #expect(try world.lab.sync(on: drive.up).refused.map(\.code) == ["manifest-binding"])
  }

  /// Nothing forged about it: what the lab writes reaches whoever carries the stick.
  @Test func aMessageIsShownToTheCustodian() throws {
    let text = "Please bring the stick on Monday."
    let message = forger.order(2, previous: forger.previous, order: .message(text: text))
    try forger.put([message], on: drive)
    let report = try world.room { try $0.sync(drive, only: nil) }
    let channel = try #require(report.channels.first)
    #expect(channel.alarms.isEmpty && channel.imported == [2])
    #expect(channel.messages == [text])
  }

  @Test func aReceiptForAnArchiveNeverMade() throws {
    let epoch = try world.channel { $1.epoch }
    let receipt = Receipt(epoch: epoch, sequence: 1, size: 3, root: .zero)
    try forger.put([forger.order(2, previous: forger.previous, receipt: receipt)], on: drive)
    try expectAlarm("receipt")
    #expect(try world.roomFacts().receipted == 0, "nothing may be dropped for it")
  }

  @Test func aReceiptWithAnotherRoot() throws {
    try world.roomSync(world.stick)
    try world.answer(1)
    let (epoch, size) = try world.channel { _, channel in
      (channel.epoch, try channel.store.read { try $0.lastExport()?.size } ?? 0)
    }
    let receipt = Receipt(epoch: epoch, sequence: 1, size: size, root: .zero)
    try forger.put([forger.order(2, previous: forger.previous, receipt: receipt)], on: drive)
    let report = try world.room { try $0.sync(drive, only: nil) }
    #expect(report.channels.flatMap(\.alarms).map(\.code.rawValue) == ["receipt"])
    #expect(try world.roomFacts().receipted == 0)
  }

  @Test(arguments: [
    #"{"airlock":"order/1","order":"dance","text":"all night"}"#,
    #"{"airlock":"order/2","order":"none"}"#,
  ])
  func anOrderThatIsNotKnownHere(body: String) throws {
    try forger.put([forger.order(2, previous: forger.previous, body: Array(body.utf8))], on: drive)
    try expectAlarm("order")
  }

  /// What follows the refused one waits, though it is good.
  @Test func whatFollowsAnUnknownOrderWaits() throws {
    let body = #"{"airlock":"order/1","order":"dance","text":"all night"}"#
    let unknown = forger.order(2, previous: forger.previous, body: Array(body.utf8))
    let good = forger.order(3, previous: unknown.hash, order: .message(text: "hello"))
    try forger.put([unknown, good], on: drive)
    try expectAlarm("order")
  }

  /// The echo is refused, the bundle beside it is good.
  @Test func anEchoOfANonceNeverSent() throws {
    let nonce = ID(unchecked: [UInt8](repeating: 3, count: ID.length))
    try forger.put([forger.order(2, previous: forger.previous)], on: drive, echo: nonce)
    try expectAlarm("echo", imported: [2])
  }

  /// The highest version there is can be taken; nothing newer can follow, which a rotation of the
  /// keys mends. One beyond it is no number of ours.
  @Test func theHighestVersion() throws {
    try forger.put(
      [forger.order(2, previous: forger.previous)], on: drive, version: Limits.maxInteger)
    let report = try world.roomSync(drive)
    #expect(report.channels.first?.imported == [2])
    try world.pack(3..<4, on: world.stick)
    #expect(try world.roomSync(world.stick).channels.first?.older == true)
    #expect(throws: Refusal.self) {
      try forger.put([], on: SimulatedDrive(), version: Limits.maxInteger + 1)
    }
  }

  /// A spent lease stops new tasks and nothing else.
  @Test func theLeaseIsSpent() throws {
    try world.lab.database.write { try $0.run("UPDATE channels SET lease_acts = 2") }
    try world.pack(3..<4, on: world.stick)
    try world.roomSync(world.stick)
    try world.desk { desk in
      let open = try #require(try desk.nextOpen(after: 0))
      let failure = #expect(throws: Failure.self) { _ = try desk.task(at: open) }
      #expect(failure?.exit == .refused)
      // What is answered may be looked at and revised, and comes out.
      let answered = try #require(try desk.task(at: 1))
      #expect(answered.state == .answered)
      _ = try desk.submit(
        AnswerToSubmit(task: answered.task.hash, answers: Array(#"{"score":2}"#.utf8)))
    }
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
    // The lab was heard: work goes on.
    try world.roomSync(world.stick)
    try world.answer(1)
  }

  /// The lab's echo of a newer archive renews it, once.
  @Test func theLeaseIsRenewedByANewerEchoAlone() throws {
    try world.roomSync(world.stick)
    let nonce = try world.channel { _, channel in
      try channel.store.read { try $0.lastExport()?.nonce }
    }
    let first = forger.order(2, previous: forger.previous)
    try forger.put([first], on: drive, echo: nonce)
    try world.roomSync(drive)
    #expect(try leaseActs() == 0)
    try world.answer(1)
    let second = forger.order(3, previous: first.hash)
    let hoarded = SimulatedDrive()
    try forger.put([first, second], on: hoarded, version: 9, echo: nonce)
    try world.roomSync(hoarded)
    #expect(try leaseActs() == 1, "a hoarded stick with the same echo renews nothing")
  }

  private func leaseActs() throws -> Int64? {
    try world.channel { try $1.store.read { try $0.integer(.leaseActs) } }
  }
}
