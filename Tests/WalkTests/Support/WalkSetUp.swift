import BundleFormat
import Cryptography
import Store
import Vocabulary

@testable import Lab
@testable import Room

/// Makes a lab and a room that know each other.
struct WalkSetUp {
  static let schema = """
    {"airlock":"project/1","codename":"siskin","version":1,
     "fields":[{"name":"prompt","type":"text","from":"/prompt"}],
     "questions":[{"name":"score","type":"rating","scale":{"min":1,"max":5},"required":true},
                  {"name":"why","type":"text"}]}
    """
  /// The lab's passphrase is cheap in tests; a room has no such door.
  static let cost = PassphraseCosts(
    slot: Argon2Cost(memoryBytes: 1 << 20, passes: 1), workFactor: 4)

  private let folder: TestFolder
  private let clock = TestClock("set up")

  init() throws { folder = try TestFolder() }

  func run() throws -> WalkState {
    let home = RoomHome(folder.path("room"))
    let custodian = try makeRoom(home)
    let (project, trust) = try makeLab(card: custodian.card(lab: ""))
    let trusted = try custodian.trust(trust, fingerprint: SHA256.hash(trust).hex, lab: "")
    try custodian.addPerson(WalkWorld.ann, passphrase: Self.passphrase)
    try custodian.grant(WalkWorld.ann, project: trusted)
    let who = WhoName.of(WalkWorld.ann, salt: try PrivateFile.read(home.salt, limit: 64))
    let ann = try Slot.open(home.slot(who), passphrase: Self.passphrase)
    let room = try custodian.card(lab: "").room
    return WalkState(
      folder: folder, stick: [:],
      keys: .init(custodian: custodian.keys, ann: ann, project: project, room: room),
      now: clock.now)
  }

  static var passphrase: SecretBytes { SecretBytes(copying: Array("correct horse battery".utf8)) }

  private func makeRoom(_ home: RoomHome) throws -> Custodian {
    try Custodian.create(
      home: home, name: "Room", passphrase: Self.passphrase, context: clock.context)
    return try Custodian.open(home: home, passphrase: Self.passphrase, context: clock.context)
  }

  private func makeLab(
    card: (room: ID, fingerprint: Fingerprint, bytes: [UInt8])
  ) throws -> (project: ID, trust: [UInt8]) {
    let home = folder.path("lab")
    try LabService.create(
      home: home, name: "Lab", passphrase: Self.passphrase, context: clock.context,
      costs: Self.cost)
    let lab = try LabService(
      home: home, passphrase: Self.passphrase, context: clock.context, costs: Self.cost)
    try folder.write("siskin/project.json", Self.schema.utf8)
    try folder.write("siskin/guidelines.md", "# Siskin\n".utf8)
    let project = try lab.addProject(folder.path("siskin"), rootPassphrase: Self.passphrase).id
    _ = try lab.enroll(
      card: folder.write("card", card.bytes), project: "siskin",
      fingerprint: card.fingerprint.description)
    let trust = try lab.database.read { try Roots(sql: $0, project: project).current() }
    try lab.close()
    return (project, trust)
  }
}
