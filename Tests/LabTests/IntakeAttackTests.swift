import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

/// What a room, a carrier or a contractor could try on the way up. Each is refused for its reason,
/// nothing but the journal changes, and one alarm is written.
@Suite struct IntakeAttackTests {
  private let made: TestProject
  private let room: TestRoom
  private let drive = SimulatedDrive()
  private let tasks: [[UInt8]]

  init() throws {
    made = try TestProject()
    room = try made.room
    _ = try made.pack(made.request(made.records(1...3)), on: drive)
    tasks = try room.importAll(drive)
  }

  private func expectRefusal(
    _ code: String, on drive: SimulatedDrive? = nil, location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try made.lab.evidence()
    let report = try made.lab.sync(on: drive ?? self.drive)
    #expect(report.refused.map(\.code) == [code], sourceLocation: location)
    #expect(try made.lab.evidence() == before, sourceLocation: location)
    #expect(try made.lab.alarms() == [code], sourceLocation: location)
  }

  private func export(_ drive: SimulatedDrive? = nil) throws {
    try room.export(to: drive ?? self.drive, sealedTo: made.seals)
  }

  @Test func aTaskThatWasNeverIssued() throws {
    let foreign = Array(#"{"id":"00","fields":{}}"#.utf8)
    try made.answer(room, foreign)
    try export()
    try expectRefusal("act-task")
  }

  @Test func anotherRoomsTask() throws {
    let other = try TestProject(rooms: 2)
    let drive = SimulatedDrive()
    _ = try other.pack(other.request(other.records(1...4), overlap: 1), on: drive)
    let theirs = try other.rooms[1].importAll(drive)
    try other.rooms[0].importAll(drive)
    try other.answer(other.rooms[0], theirs[0])
    try other.rooms[0].export(to: drive, sealedTo: other.seals)
    let report = try other.lab.sync(on: drive)
    #expect(report.refused.map(\.code) == ["act-task"])
  }

  @Test func anActMovedToAnotherLog() throws {
    let other = LogName(
      channel: room.channel, epoch: EpochID(unchecked: [UInt8](repeating: 7, count: 8)))
    room.act(
      "ann", .skip("x"), task: tasks[0], schema: try made.schemaHash,
      guidelines: made.guidelinesHash, log: other)
    try export()
    try expectRefusal("act-log")
  }

  @Test func anActMovedInItsChain() throws {
    try made.answer(room, tasks[0])
    room.person("ann").n += 1
    try made.answer(room, tasks[1])
    try export()
    try expectRefusal("act-chain")
  }

  @Test func anAnswerThatBreaksARule() throws {
    try made.answer(room, tasks[0], winner: "k9")
    try export()
    try expectRefusal("answer")
  }

  @Test func anAlteredBody() throws {
    try made.answer(room, tasks[0])
    let last = room.bodies.count - 1
    room.bodies[last].body = Array(
      String(decoding: room.bodies[last].body, as: UTF8.self)
        .replacing(#""score":4"#, with: #""score":5"#).utf8)
    try export()
    try expectRefusal("act-missing")
  }

  @Test func aPersonAddedTwiceWithAnotherKey() throws {
    let ann = room.person("ann")
    room.leaf(
      .person(person: ann.id, key: SigningKey.generate().verifyingKey.hex, why: .added))
    try export()
    try expectRefusal("act-person")
  }

  @Test func aLogThatBeginsBeyondWhatIsHeld() throws {
    try made.answer(room, tasks[0])
    room.from = 2
    try export()
    try expectRefusal("log-gap")
  }

  @Test func aRewrittenLog() throws {
    try made.answer(room, tasks[0])
    try export()
    _ = try made.lab.sync(on: drive)
    room.lines[0] = Leaf(at: room.now, event: .opened(person: room.id)).encoded()
    try made.answer(room, tasks[1])
    try export()
    try expectRefusal("log-fork")
    #expect(try made.lab.archives.list().count == 2, "the contradiction is kept as evidence")
  }

  @Test func aLogThatWasCutBack() throws {
    try made.answer(room, tasks[0])
    try export()
    _ = try made.lab.sync(on: drive)
    let ann = room.person("ann")
    (room.lines, room.bodies) = (Array(room.lines.prefix(1)), [])
    (ann.n, ann.previous) = (0, .zero)
    try export()
    try expectRefusal("log-fork")
  }

  @Test func twoNotesUnderOneSequence() throws {
    try made.answer(room, tasks[0])
    try export()
    _ = try made.lab.sync(on: drive)
    let second = SimulatedDrive()
    room.sequence -= 1
    room.lastNote = nil
    try made.answer(room, tasks[1])
    try export(second)
    try expectRefusal("equivocation", on: second)
  }

  @Test func anArchiveOfAnotherEpochUnderANote() throws {
    try made.answer(room, tasks[0])
    try export()
    let path = "\(ExchangeLayout.up(room.channel))/\(room.epoch)"
    let other = EpochID(unchecked: [UInt8](repeating: 9, count: 8))
    let moved = SimulatedDrive(
      files: Dictionary(
        uniqueKeysWithValues: drive.files.filter { $0.key.hasPrefix(path) }.map {
          ($0.key.replacing(room.epoch.hex, with: other.hex), $0.value)
        }))
    try expectRefusal("note-channel", on: moved)
  }

  @Test func aMissingArchive() throws {
    try made.answer(room, tasks[0])
    try export()
    try drive.remove("\(ExchangeLayout.up(room.channel))/\(room.epoch)/1.age")
    try expectRefusal("archive-missing")
  }

  @Test func aFlippedByteOfTheArchive() throws {
    try made.answer(room, tasks[0])
    let (_, archive) = try room.export(to: drive, sealedTo: made.seals)
    var bytes = archive
    bytes[bytes.count / 2] ^= 1
    try drive.write("\(ExchangeLayout.up(room.channel))/\(room.epoch)/1.age", replace: true, bytes)
    try expectRefusal("note-digest")
  }

  @Test func aBundleThatWasNeverMade() throws {
    room.received = Received(sequence: 1, manifest: .zero)
    try export()
    try expectRefusal("manifest-binding")
  }

  /// A quarantine: the archive counts, the person's later acts don't.
  @Test func aRecoveredKeyWaits() throws {
    try made.answer(room, by: "ann", tasks[0])
    room.recover("ann")
    try made.answer(room, by: "ann", tasks[1])
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused == [])
    #expect(report.findings.map(\.code) == ["person-recovered"])
    let status = try #require(made.lab.status("wren").projects.first?.channels.first)
    #expect(status.answered == 1)
    #expect(status.waitingPeople == 1)
  }

  @Test func aNewEpochWaits() throws {
    try made.answer(room, tasks[0])
    try export()
    _ = try made.lab.sync(on: drive)
    let old = room.epoch
    room.epoch = EpochID(unchecked: SystemRandom.bytes(8))
    (room.lines, room.bodies, room.from, room.sequence, room.lastNote) = ([], [], 0, 0, nil)
    room.leaf(.restored(epoch: old, size: 1, root: .zero))
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused.map(\.code) == ["epoch-waiting"])
    #expect(report.taken == [])
    let status = try #require(made.lab.status("wren").projects.first?.channels.first)
    #expect(status.waitingEpochs == 1)
    #expect(status.answered == 1)
    #expect(try made.lab.archives.list().count == 2, "it is kept until it is accepted")
  }

  /// Anybody can add a line below a note. What the room writes after it must fit all the same, or
  /// one touched stick would shut the room out for ever.
  @Test(arguments: [true, false]) func aStrangersSignatureOnANote(isTakenIn: Bool) throws {
    try made.answer(room, tasks[0])
    let (note, _) = try room.export(to: drive, sealedTo: made.seals)
    let stranger = SignedNote.signed(text: "x\n", name: "stranger", by: .generate()).dropFirst(3)
    let path = "\(ExchangeLayout.up(room.channel))/\(room.epoch)/1.note"
    try drive.write(path, replace: true, note + stranger)
    if isTakenIn {
      #expect(try made.lab.sync(on: drive).refused == [])
      try drive.write(path, replace: true, note + stranger)
    }
    try made.answer(room, tasks[1])
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused == [])
    #expect(report.taken.map(\.sequence) == [2])
  }

  /// The lab never saw the life before: what begins with a restore waits all the same.
  @Test func aRestoredRoomThatTheLabNeverSaw() throws {
    let old = EpochID(unchecked: SystemRandom.bytes(8))
    room.lines = []
    room.leaf(.restored(epoch: old, size: 0, root: MerkleFrontier().root))
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused.map(\.code) == ["epoch-waiting"])
    // The stick of the life before comes after it, and counts: it began with no restore.
    room.epoch = old
    (room.lines, room.bodies, room.sequence, room.lastNote) = ([], [], 0, nil)
    try export()
    let late = try made.lab.sync(on: drive)
    #expect(late.taken.map(\.epoch) == [old])
  }

  @Test func garbageBesideIsNoObstacle() throws {
    let path = "\(ExchangeLayout.up(room.channel))/\(room.epoch)"
    try made.answer(room, tasks[0])
    try export()
    try made.answer(room, tasks[1])
    try export()
    // A carrier puts nonsense where the first note was: the second is good on its own.
    try drive.write("\(path)/1.note", replace: true, Array("nonsense".utf8))
    let report = try made.lab.sync(on: drive)
    #expect(report.taken.map(\.sequence) == [2])
  }
}
