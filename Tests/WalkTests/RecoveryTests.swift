import AnnotationModel
import Cryptography
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A person who lost their passphrase, and a room that forges one.
@Suite struct RecoveryTests {
  private let world: WalkWorld

  init() throws { world = try WalkWorld(WalkState.returned.get()) }

  private func recover() throws -> PersonKeys {
    _ = try world.room { custodian in
      try custodian.recoverPerson(WalkWorld.ann, passphrase: WalkSetUp.passphrase)
    }
    let who = WhoName.of(WalkWorld.ann, salt: try PrivateFile.read(world.home.salt, limit: 64))
    return try Slot.open(world.home.slot(who), passphrase: WalkSetUp.passphrase)
  }

  /// Somebody signs in as Ann with those keys and revises her first answer.
  private func revise(as keys: PersonKeys, score: Int) throws {
    let who = WhoName.of(WalkWorld.ann, salt: try PrivateFile.read(world.home.salt, limit: 64))
    let desk = try Contractor(
      name: WalkWorld.ann, home: world.home, who: who, keys: keys, context: world.context,
      lock: HomeLock(home: world.home.path)
    ).desk(world.keys.project)
    let task = try #require(try desk.task(at: 1))
    _ = try desk.submit(
      AnswerToSubmit(task: task.task.hash, answers: Array("{\"score\":\(score)}".utf8)))
    try desk.close()
  }

  /// Attack, "`recovered` key before accept": nothing that the new key signed counts, and nothing
  /// that counted is taken away.
  @Test func aRecoveredKeyBeforeAcceptChangesNothing() throws {
    let keys = try recover()
    #expect(throws: Failure.self, "the old keys open nothing") {
      try revise(as: world.keys.ann, score: 1)
    }
    try revise(as: keys, score: 2)
    try world.roomSync(world.stick)
    let report = try world.lab.sync(on: world.stick)
    #expect(report.refused == [])
    #expect(report.findings.map(\.code) == ["person-recovered"])
    let exported = try world.exported()
    #expect(exported.count == 3)
    #expect(exported.allSatisfy { $0.contains(#""score":4"#) })
    let person = try #require(try world.lab.people(of: "siskin").first)
    #expect(person.isWaiting && person.waitingActs == 1 && person.acts == 4)

    let accepted = try world.lab.acceptPerson(
      String(person.person.hex.prefix(8)), project: "siskin")
    #expect(accepted.acts == 1 && accepted.tasks == 1)
    #expect(try world.exported().filter { $0.contains(#""score":2"#) }.count == 1)
    #expect(try world.exported().count == 3)
    #expect(throws: Failure.self, "once is enough") {
      _ = try world.lab.acceptPerson(person.person.hex, project: "siskin")
    }
    // What comes next counts at once.
    try world.roomSync(world.stick)
    try revise(as: keys, score: 3)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.exported().filter { $0.contains(#""score":3"#) }.count == 1)
  }

  /// A backup from before the recovery holds the key that was replaced: it waits again.
  @Test func aRestoredRoomWithTheFormerKey() throws {
    let backup = try world.backUp()
    let keys = try recover()
    try revise(as: keys, score: 2)
    try world.roomSync(world.stick)
    _ = try world.lab.sync(on: world.stick)
    let person = try #require(try world.lab.people(of: "siskin").first?.person)
    _ = try world.lab.acceptPerson(person.hex, project: "siskin")
    try world.restore(backup)
    try revise(as: world.keys.ann, score: 1)
    try world.roomSync(world.stick)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    let accepted = try world.lab.acceptRoom(nil, project: "siskin")
    #expect(accepted.findings.map(\.code) == ["person-recovered"])
    #expect(try world.exported().filter { $0.contains(#""score":2"#) }.count == 1)
    #expect(try world.exported().contains { $0.contains(#""score":1"#) } == false)
    #expect(try world.lab.people(of: "siskin").map(\.isWaiting) == [true])
  }

  @Test func aChangedPassphraseKeepsTheKeys() throws {
    let new = SecretBytes(copying: Array("quite another horse".utf8))
    try PassphraseChange.run(
      world.home, of: WalkWorld.ann, from: WalkSetUp.passphrase, to: new)
    let who = WhoName.of(WalkWorld.ann, salt: try PrivateFile.read(world.home.salt, limit: 64))
    #expect(throws: Failure.self) {
      _ = try Slot.open(world.home.slot(who), passphrase: WalkSetUp.passphrase)
    }
    let keys = try Slot.open(world.home.slot(who), passphrase: new)
    try revise(as: keys, score: 2)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.exported().filter { $0.contains(#""score":2"#) }.count == 1)
    #expect(throws: Failure.self) {
      try PassphraseChange.run(world.home, of: nil, from: new, to: new)
    }
  }
}
