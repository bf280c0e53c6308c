import Cryptography
import Exchange
import Foundation
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A power cut, or a stick pulled out, in each step of a restore and of what the lab does after it.
@Suite struct RestorePowerCutTests {
  private let world: WalkWorld
  private let backup: String

  init() throws {
    world = try WalkWorld(WalkState.answered.get())
    backup = try world.backUp()
    try world.loseRoom()
  }

  private func unpack() throws -> RoomRestore {
    let restore = try RoomRestore(into: world.home, context: world.context)
    _ = try restore.unpack(backup, key: .passphrase(WalkSetUp.passphrase))
    return restore
  }

  private var slot: String { world.home.slot(WhoName.custodian) }

  /// Done again, the restore is whole: one new log, every answer once.
  private func expectRestore(location: SourceLocation = #_sourceLocation) throws {
    #expect(throws: Failure.self, sourceLocation: location) { try world.home.require() }
    try unpack().begin(world.keys.custodian)
    try world.home.require()
    try world.roomSync(world.stick, location: location)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"], sourceLocation: location)
    let accepted = try world.lab.acceptRoom(nil, project: "siskin")
    #expect(accepted.taken.acts == 2, sourceLocation: location)
    #expect(try world.answersInLab() == 2, sourceLocation: location)
  }

  @Test func beforeTheFilesAreThere() throws {
    try FileManager.default.createDirectory(
      atPath: world.home.people, withIntermediateDirectories: true)
    try world.folder.write("room/people/salt.part", [1, 2, 3])
    try expectRestore()
  }

  @Test func betweenFilesAndEpochs() throws {
    _ = try unpack()
    try expectRestore()
  }

  /// The log has begun anew, and the slot isn't in its place: nothing of that log may ever go out.
  @Test func betweenEpochsAndSlot() throws {
    try unpack().begin(world.keys.custodian)
    let staged = try PrivateFile.read(slot, limit: 4_096)
    let first = try world.channel { $1.epoch }
    try PrivateFile.remove(slot)
    try world.folder.write("room/people/custodian.slot.restoring", staged)
    try expectRestore()
    #expect(try world.channel { $1.epoch } != first)
  }

  /// In a home that was put back: the store has begun an epoch, custodian.sqlite doesn't know yet.
  @Test func betweenEpochAndAnchor() throws {
    try unpack().begin(world.keys.custodian)
    try world.roomSync(SimulatedDrive(files: world.stick.files))
    let anchor = try #require(try world.room { try $0.store.project(world.keys.project) })
    _ = try world.room { try $0.beginEpochs() }
    try world.room {
      try $0.store.anchor(
        world.keys.project, epoch: try #require(anchor.epoch), size: anchor.size,
        root: try #require(anchor.root))
    }
    try world.roomSync(world.stick)
    let now = try #require(try world.room { try $0.store.project(world.keys.project) })
    #expect(now.epoch != anchor.epoch, "what was missing is filled in")
  }

  @Test func aHomeThatHoldsSomethingElseIsLeftAlone() throws {
    try world.folder.write("room/letters.txt", Array("dear".utf8))
    let failure = try #require(throws: Failure.self) {
      _ = try RoomRestore(into: world.home, context: world.context)
    }
    #expect(failure.line.contains("letters.txt"))
    #expect(PrivateFile.exists("\(world.home.path)/letters.txt"))
  }

  @Test func aWrongPassphraseLeavesNothing() throws {
    let restore = try RoomRestore(into: world.home, context: world.context)
    let wrong = SecretBytes(copying: Array("another horse altogether".utf8))
    let failure = try #require(throws: Failure.self) {
      _ = try restore.run(
        backup, key: .passphrase(wrong.copy()), passphrase: WalkSetUp.passphrase)
    }
    #expect(failure.exit == .notPermitted)
    let second = try #require(throws: Failure.self) {
      _ = try restore.run(
        backup, key: .passphrase(WalkSetUp.passphrase), passphrase: wrong)
    }
    #expect(second.exit == .notPermitted)
    #expect(try HomeFiles.names(in: world.home.path) == ["lock"])
  }

  /// A byte of the backup is another, or its end is missing: nothing is restored.
  @Test(arguments: [0.3, 0.9]) func aDamagedBackup(place: Double) throws {
    var bytes = try PrivateFile.read(backup, limit: 1 << 26)
    bytes[Int(Double(bytes.count) * place)] ^= 1
    for damaged in [bytes, Array(bytes.prefix(bytes.count / 2))] {
      let path = try world.folder.write("damaged.age", damaged)
      let restore = try RoomRestore(into: world.home, context: world.context)
      #expect(throws: (any Error).self) {
        _ = try restore.run(
          path, key: .passphrase(WalkSetUp.passphrase), passphrase: WalkSetUp.passphrase)
      }
      #expect(try HomeFiles.names(in: world.home.path) == ["lock"])
    }
  }

  /// The stick is pulled while the lab writes what it has accepted: the next sync writes it.
  @Test func aStickPulledWhileTheRoomIsAccepted() throws {
    try unpack().begin(world.keys.custodian)
    try world.roomSync(world.stick)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    world.stick.arm(.pulled(step: 6, tear: .torn))
    let failure = try #require(throws: Failure.self) {
      _ = try world.lab.acceptRoom(nil, project: "siskin", on: world.stick)
    }
    #expect(failure.line.contains("the room is accepted"))
    world.stick.plugIn()
    #expect(try world.answersInLab() == 2)
    try world.labSync(world.stick)
    let report = try world.roomSync(world.stick)
    #expect(report.channels.first?.awaitsAcceptance == false)
    #expect(report.channels.first?.receipted == 1)
  }
}
