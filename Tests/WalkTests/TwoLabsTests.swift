import BundleFormat
import Cryptography
import Exchange
import Store
import TUF
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Replay, "lab A's floor at 2099 leaves lab B untouched": a room that works for two labs is two
/// rooms to them.
@Suite struct TwoLabsTests {
  private let world: WalkWorld
  private let other: LabService
  private let project: ID

  init() throws {
    let world = try WalkWorld(WalkState.packed.get())
    let home = world.folder.path("lab-b")
    try LabService.create(
      home: home, name: "B", passphrase: WalkSetUp.passphrase, context: world.context,
      costs: WalkSetUp.cost)
    let lab = try LabService(
      home: home, passphrase: WalkSetUp.passphrase, context: world.context, costs: WalkSetUp.cost)
    try world.folder.write("b/project.json", WalkSetUp.schema.utf8)
    try world.folder.write("b/guidelines.md", "# B\n".utf8)
    let added = try lab.addProject(world.folder.path("b"), rootPassphrase: WalkSetUp.passphrase)
    let card = try world.room { try $0.card(lab: "B") }
    _ = try lab.enroll(
      card: world.folder.write("card-b", card.bytes), project: "siskin",
      fingerprint: card.fingerprint.description)
    let trust = try lab.database.read { try Roots(sql: $0, project: added.id).current() }
    try world.room {
      _ = try $0.trust(trust, fingerprint: SHA256.hash(trust).hex, lab: "B")
    }
    (self.world, other, project) = (world, lab, added.id)
  }

  @Test func nothingThatALabSeesIsTheSame() throws {
    let a = try #require(try world.room { try $0.store.identity(lab: "") })
    let b = try #require(try world.room { try $0.store.identity(lab: "B") })
    #expect(a.room != b.room)
    #expect(a.signing.verifyingKey != b.signing.verifyingKey)
    #expect(a.seal.recipient != b.seal.recipient)
    // A key that one of them has replaced leaves the other's.
    _ = try world.lab.rotate("siskin", rooms: [world.keys.room.hex], on: world.stick)
    try world.roomSync(world.stick)
    #expect(
      try world.room { try $0.store.identity(lab: "") }?.signing.verifyingKey
        != a.signing.verifyingKey)
    #expect(
      try world.room { try $0.store.identity(lab: "B") }?.signing.verifyingKey
        == b.signing.verifyingKey)
  }

  /// Lab A runs its clock as far ahead as its root allows, and then signs nothing that counts.
  @Test func theFloorOfOneIsNotTheOthers() throws {
    let far: Int64 = 2_085_000_000_000
    let forged = SimulatedDrive()
    try ForgedRelease(world).put([], on: forged, version: 50, issued: far)
    let stick = SimulatedDrive(files: forged.files)
    let file = try world.folder.write("b.jsonl", "{\"id\":1,\"prompt\":\"x\"}\n".utf8)
    _ = try other.pack(PackRequest(project: "siskin", files: [file]), on: stick) { _ in }
    let report = try world.roomSync(stick)
    #expect(report.channels.count == 2)
    let floors = try world.room { custodian in
      try custodian.store.projects().map { trusted in
        let channel = try custodian.open(trusted)
        defer { try? channel.store.close() }
        return (trusted.project, try channel.trustState().floor)
      }
    }
    let floor = Dictionary(uniqueKeysWithValues: floors)
    #expect(floor[world.keys.project] == far)
    #expect(try #require(floor[project]) < far)
  }
}
