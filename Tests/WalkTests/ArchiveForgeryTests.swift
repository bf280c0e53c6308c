import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Archives of our own room, changed and signed again with the room's key. Each is refused for its
/// reason, nothing but the lab's journal changes, and the true archive is taken in afterwards.
@Suite struct ArchiveForgeryTests {
  private let world: WalkWorld
  private let roomKey: SigningKey
  private let seals: [AgeRecipient]
  private let genuine: ForgedArchive

  init() throws {
    world = try WalkWorld(WalkState.sent.get())
    roomKey = try world.channel { $1.identity.signing }
    let identities = try world.lab.database.read { [project = world.keys.project] in
      try Identities(sql: $0).all(of: project)
    }
    seals = identities.map(\.recipient)
    let sealed = try #require(
      world.stick.files.first { $0.key.hasSuffix("/2.age") && $0.key.contains("/up/") })
    genuine = try ForgedArchive(sealed.value, identities: identities)
  }

  /// The act key that Ann has in this project: the forger doesn't, unless a test says so.
  private var annsKey: SigningKey { world.keys.ann.actKey(project: world.keys.project) }

  private func expectRefusal(
    _ code: String, _ forged: ForgedArchive, checkpoint: [UInt8]? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws {
    // Everything else on the stick stays, so that putting out has nothing new to say.
    let drive = world.stick.down
    try forged.put(on: drive, by: roomKey, to: seals, checkpoint: checkpoint)
    let before = try world.labRows()
    let report = try world.lab.sync(on: drive)
    #expect(report.refused.map(\.code) == [code], "\(report.refused)", sourceLocation: location)
    #expect(report.taken == [], sourceLocation: location)
    #expect(try world.labRows() == before, sourceLocation: location)
    #expect(try world.labAlarms() == [code], sourceLocation: location)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2, sourceLocation: location)
  }

  private static let other = ActContent.answer(Array(#"{"score":1,"why":"never said"}"#.utf8))

  @Test func nothingForged() throws {
    let drive = world.stick.down
    try genuine.put(on: drive, by: roomKey, to: seals)
    #expect(try world.labSync(drive).taken.map(\.acts) == [2])
  }

  @Test func anActAlteredUnderItsLeaf() throws {
    var forged = genuine
    forged.bodies[0] = try forged.acts()[0].act.with(content: Self.other).encoded()
    try expectRefusal("act-missing", forged)
  }

  @Test func anActAlteredWithItsLeaf() throws {
    var forged = genuine
    try forged.replace(0, with: forged.acts()[0].act.with(content: Self.other))
    try expectRefusal("act-signature", forged)
  }

  @Test func anActAlteredAndSignedByTheRoom() throws {
    var forged = genuine
    try forged.replace(
      0, with: forged.acts()[0].act.with(content: Self.other), signedBy: roomKey)
    try expectRefusal("act-signature", forged)
  }

  /// Another person of the room, introduced by the forger, claims Ann's act.
  @Test func anActMovedToAnotherPerson() throws {
    var forged = genuine
    let bob = ID(unchecked: [UInt8](repeating: 0xB0, count: ID.length))
    let leaf = try forged.acts()[0]
    try forged.replace(0, with: leaf.act.with(person: bob))
    let introduced = Leaf(
      at: leaf.act.at,
      event: .person(person: bob, key: SigningKey.generate().verifyingKey.hex, why: .added))
    forged.lines.insert(introduced.encoded(), at: leaf.place)
    forged.recount()
    try expectRefusal("act-signature", forged)
  }

  @Test func aLeafThatNamesAnotherPersonThanItsAct() throws {
    var forged = genuine
    let leaf = try forged.acts()[0]
    let bob = ID(unchecked: [UInt8](repeating: 0xB0, count: ID.length))
    forged.lines[leaf.place] =
      Leaf(
        at: leaf.act.at, event: .act(person: bob, act: leaf.hash, signature: leaf.signature)
      ).encoded()
    try expectRefusal("act-person", forged)
  }

  @Test func anActMovedToAnotherTask() throws {
    var forged = genuine
    let acts = try forged.acts()
    try forged.replace(0, with: acts[0].act.with(task: acts[1].act.task))
    try expectRefusal("act-signature", forged)
  }

  @Test func anActMovedInTheLog() throws {
    var forged = genuine
    let acts = try forged.acts()
    forged.lines.swapAt(acts[0].place, acts[1].place)
    forged.bodies.swapAt(0, 1)
    // The order of time would give it away first.
    try expectRefusal("leaf-at", forged)
  }

  @Test func anActDroppedWithItsLeaf() throws {
    var forged = genuine
    forged.lines.remove(at: try forged.acts()[0].place)
    forged.bodies.remove(at: 0)
    forged.recount()
    try expectRefusal("act-chain", forged)
  }

  @Test func aLeafDroppedUnderItsAct() throws {
    var forged = genuine
    forged.lines.remove(at: try forged.acts()[0].place)
    forged.recount()
    try expectRefusal("act-missing", forged)
  }

  @Test func aLeafDroppedAndTheCountKept() throws {
    var forged = genuine
    forged.lines.remove(at: 0)
    try expectRefusal("log-count", forged, checkpoint: genuine.checkpoint)
  }

  @Test func aLeafChangedAfterTheCheckpoint() throws {
    var forged = genuine
    let leaf = try Leaf(parsing: forged.lines[0])
    forged.lines[0] = Leaf(at: leaf.at - 1, event: leaf.event).encoded()
    try expectRefusal("root", forged, checkpoint: genuine.checkpoint)
  }

  /// One secret makes the act keys of all projects; each counts in its own alone.
  @Test func anActSignedByAnotherProjectsKeyOfTheSamePerson() throws {
    var forged = genuine
    let project = ID(unchecked: [UInt8](repeating: 0x0B, count: ID.length))
    try forged.replace(
      1, with: forged.acts()[1].act, signedBy: world.keys.ann.actKey(project: project))
    try expectRefusal("act-signature", forged)
  }

  @Test func aNumberSkippedByThePersonThemselves() throws {
    var forged = genuine
    let act = try forged.acts()[1].act
    try forged.replace(1, with: act.with(n: act.n + 1), signedBy: annsKey)
    try expectRefusal("act-chain", forged)
  }

  @Test func anActThatFollowsAnother() throws {
    var forged = genuine
    try forged.replace(1, with: forged.acts()[1].act.with(previous: .zero), signedBy: annsKey)
    try expectRefusal("act-chain", forged)
  }

  @Test(arguments: [
    (#"{"score":6}"#, "json-integer"), (#"{"score":"four"}"#, "answer"),
    (#"{"why":"no score"}"#, "answer"), (#"{"score":4,"mood":1}"#, "answer"),
  ])
  func anAnswerThatDoesNotFit(answers: String, code: String) throws {
    var forged = genuine
    try forged.replace(
      1, with: forged.acts()[1].act.with(content: .answer(Array(answers.utf8))),
      signedBy: annsKey)
    try expectRefusal(code, forged)
  }

  @Test func aTaskThatWasNeverIssued() throws {
    var forged = genuine
    let task = SHA256.hash(Array("never issued".utf8))
    try forged.replace(1, with: forged.acts()[1].act.with(task: task), signedBy: annsKey)
    try expectRefusal("act-task", forged)
  }

  @Test func aRevisionOfNothing() throws {
    var forged = genuine
    let act = try forged.acts()[1].act
    let answers = try #require(act.answers)
    try forged.replace(
      1, with: act.with(content: .revise(replaces: act.previous, answers: answers)),
      signedBy: annsKey)
    try expectRefusal("act-replaces", forged)
  }

  @Test func aBundleReceivedThatWasNeverMade() throws {
    var forged = genuine
    forged.manifest = forged.manifest.with(received: Received(sequence: 1, manifest: .zero))
    try expectRefusal("manifest-binding", forged)
  }

  /// The nonce is the room's to choose: another is taken in, and its echo raises the alarm there.
  @Test func aNonceThatTheRoomNeverSent() throws {
    var forged = genuine
    forged.manifest = forged.manifest.with(
      nonce: ID(unchecked: [UInt8](repeating: 7, count: ID.length)))
    let drive = world.stick.down
    try forged.put(on: drive, by: roomKey, to: seals)
    try world.labSync(drive)
    let report = try world.room { try $0.sync(drive, only: nil) }
    #expect(report.channels.flatMap(\.alarms).map(\.code.rawValue) == ["echo"])
    let renewed = try world.channel { try $1.store.read { try $0.integer(.leaseRenewedBy) } }
    #expect(renewed == nil, "the lease is not renewed by it")
  }
}
