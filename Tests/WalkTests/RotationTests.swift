import BundleFormat
import Cryptography
import Exchange
import Store
import TUF
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Keys of lab and room are replaced as one: what is left undone shows, and old keys are refused.
@Suite struct RotationTests {
  private let world: WalkWorld

  init() throws { world = try WalkWorld(WalkState.returned.get()) }

  private func rootKeys() throws -> [SigningKey] {
    let root = try world.lab.root(of: "siskin")
    return try root.keys(of: .root).keys.values.map {
      try RootKeyFiles.open(
        world.folder.path("lab/root/\(RootKeyFiles.fileName(of: $0))"),
        passphrase: WalkSetUp.passphrase)
    }
  }

  private func status() throws -> RotationStatus {
    try #require(try world.lab.status("siskin").projects.first?.rotations.last)
  }

  private var roomKey: String {
    get throws {
      try world.room { try #require(try $0.store.identity(lab: "")).signing.verifyingKey.hex }
    }
  }

  /// The keys that sign the newest note on the stick.
  private func signatures() throws -> Int {
    let path = try #require(
      world.stick.files.keys.filter { $0.hasSuffix(".note") }.max { left, right in
        left.count < right.count || (left.count == right.count && left < right)
      })
    return try SignedNote(parsing: world.stick.files[path] ?? []).signatures.count
  }

  @Test func everyKeyIsReplacedInOneRound() throws {
    let old = try roomKey
    let before = try world.lab.root(of: "siskin")
    let begun = try world.lab.rotate("siskin", rootKeys: rootKeys(), on: world.stick)
    #expect(begun.number == 1 && begun.keys.count == 5 && begun.replaced == 0)
    #expect(begun.missing.contains { $0.hasSuffix("still signs with \(old.prefix(16))…") })
    #expect(begun.missing.contains { $0.hasSuffix("still trusts the lab's former keys") })
    #expect(begun.line.hasPrefix("rotation 1: 0 of 5 keys replaced; "))

    let report = try world.roomSync(world.stick)
    #expect(report.channels.first?.orders.last?.name == "rotate")
    #expect(try roomKey != old)
    #expect(try signatures() == 2, "whichever key the lab knows")
    #expect(try status().replaced == 0, "nothing is replaced that the lab hasn't heard of")
    try world.labSync(world.stick)
    let done = try status()
    #expect(done.replaced == 5 && done.done != nil && done.missing.isEmpty)
    let root = try world.lab.root(of: "siskin")
    #expect(RootDifference(from: before, to: root).roles.filter(\.isChange).count == 3)
    #expect(try world.answersInLab() == 3)

    // The room learns that its card has come; from then on it signs with the new key alone.
    try world.roomSync(world.stick)
    try world.desk { _ in }
    try world.roomSync(world.stick)
    #expect(try signatures() == 1)
    try world.labSync(world.stick)
    #expect(try world.lab.rotate("siskin", rooms: [world.keys.room.hex], on: nil).number == 2)
  }

  /// The story: a rotation that was left half done. It says so as long as it is.
  @Test func aHalfDoneRotationShows() throws {
    let begun = try world.lab.rotate("siskin", on: world.stick)
    #expect(begun.missing.contains { $0.hasPrefix("root 2 waits for signatures of ") })
    for _ in 0..<3 {
      try world.roomSync(world.stick)
      try world.labSync(world.stick)
    }
    let status = try status()
    #expect(status.replaced == 0 && status.done == nil)
    #expect(status.missing.count == 2)
    // Going on is the same command; and the root may come by root accept too.
    let waiting = try #require(try world.lab.waitingRoot(of: "siskin"))
    let key = try #require(try rootKeys().first)
    let signed = try waiting.proposal.signed(by: key)
    _ = try world.lab.acceptRoot(of: "siskin", [("copy", signed.file)])
    #expect(try self.status().replaced == 0)
    let again = try world.lab.rotate("siskin", on: world.stick)
    #expect(again.number == 1 && again.done == nil)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try self.status().done != nil)
  }

  /// A room that was revoked hears nothing more, and what it signs counts in nothing: a rotation
  /// doesn't wait for it.
  @Test func aRevokedRoomKeepsNothingOpen() throws {
    _ = try world.lab.rotate("siskin", rooms: [world.keys.room.hex], on: nil)
    #expect(try status().done == nil)
    try world.lab.database.write {
      try ChannelStates(sql: $0).set(.revoked, world.keys.channel, at: 1)
    }
    _ = try world.lab.sync(on: SimulatedDrive())
    #expect(try status().done != nil)
  }

  /// Only a room's key; the lab's stay.
  @Test func oneRoomsKey() throws {
    let root = try world.lab.root(of: "siskin").version
    let status = try world.lab.rotate("siskin", rooms: [world.keys.room.hex], on: world.stick)
    #expect(status.keys.map(\.kind) == ["room"])
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try self.status().done != nil)
    #expect(try world.lab.root(of: "siskin").version == root)
  }

  /// The archive that brought the card is lost: the next one brings it too.
  @Test func aLostCardComesAgain() throws {
    _ = try world.lab.rotate("siskin", rootKeys: rootKeys(), on: world.stick)
    try world.roomSync(SimulatedDrive(files: world.stick.files))
    try world.answer(0)
    try world.roomSync(world.stick)
    #expect(try signatures() == 2)
    try world.labSync(world.stick)
    #expect(try status().done != nil)
  }

  /// A room's former key signs nothing more, and the lab's former keys lead a room nowhere.
  @Test func formerKeysAreRefused() throws {
    let copy = try TestFolder()
    try copy.copy(world.home.path, to: "room")
    let forger = try ForgedRelease(world)
    _ = try world.lab.rotate("siskin", rootKeys: rootKeys(), on: world.stick)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try world.roomSync(world.stick)

    let forged = SimulatedDrive()
    try forger.put(
      [forger.order(forger.sequence + 1, previous: forger.previous, order: .message(text: "x"))],
      on: forged, version: 1_000)
    let report = try world.room { try $0.sync(forged, only: nil) }
    #expect(report.channels.first?.alarms.map(\.code.rawValue) == ["tuf-signature"])
    #expect(report.channels.first?.imported == [])

    let current = try TestFolder()
    try current.copy(world.home.path, to: "room")
    try world.folder.copy(copy.path("room"), to: "room")
    let stale = SimulatedDrive()
    // Beyond what the lab has: of an older archive it would not even look at the note.
    for _ in 0..<3 {
      try world.answer(0)
      _ = try world.room { [project = world.keys.project] in try $0.sync(stale, only: project) }
    }
    #expect(try world.labRefusals(stale).last == "note-signature")
    #expect(try world.answersInLab() == 3)
  }

  /// A root that names a void key again, signed as it should be: not even the lab can go back.
  @Test func aVoidKeyNeverComesBack() throws {
    let old = try world.lab.database.read {
      try Roots(sql: $0, project: world.keys.project).key(.timestamp)
    }
    _ = try world.lab.rotate("siskin", rootKeys: rootKeys(), on: world.stick)
    try world.roomSync(world.stick)
    let keys = try rootKeys()
    try world.lab.database.write { sql in
      let roots = Roots(sql: sql, project: world.keys.project)
      var draft = RootDraft(after: try RootDocument(trusting: roots.current()))
      draft.timestamp = .init([old.verifyingKey])
      let file = try RepositoryWriter.makeRoot(draft, signedBy: keys)
      try roots.put(version: draft.version, file)
      try roots.use(RootSecrets(keys: [(.timestamp, old)], identity: nil), now: 1)
    }
    _ = try world.lab.sync(on: world.stick)
    let report = try world.room { try $0.sync(world.stick, only: nil) }
    #expect(report.channels.first?.alarms.map(\.code.rawValue) == ["tuf-key"])
  }

  /// Archives are opened with the former identity until no room seals to it, and never after.
  @Test func theFormerIdentityIsKeptUntilNobodyNeedsIt() throws {
    let project = world.keys.project
    func open() throws -> Int {
      try world.lab.database.read { try Identities(sql: $0).open(of: project).count }
    }
    try world.roomSync(world.stick)
    _ = try world.lab.rotate("siskin", rootKeys: rootKeys(), on: nil)
    #expect(try open() == 2)
    // Sealed to the former one, before the room has heard of the root.
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 3)
    #expect(try open() == 2)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try open() == 1)
    #expect(try world.lab.database.read { try Identities(sql: $0).all(of: project).count } == 2)
  }

  /// The power goes in the room between the order's import and the new key.
  @Test func aPowerCutBetweenOrderAndKey() throws {
    let old = try roomKey
    _ = try world.lab.rotate("siskin", rootKeys: rootKeys(), on: world.stick)
    try world.channel { custodian, channel in
      var report = Room.SyncReport.Channel(project: channel.project)
      let folder = DownFolder(world.stick, channel: channel.channel)
      try ChannelImport(custodian: custodian, channel: channel, folder: folder, watch: .silent)
        .run(&report)
      #expect(report.alarms.isEmpty)
    }
    #expect(try roomKey == old)
    try world.roomSync(world.stick)
    #expect(try roomKey != old)
    try world.labSync(world.stick)
    #expect(try status().done != nil)
  }

  /// Whoever held the lab's keys gave the room the highest version and a time as far in the future
  /// as the root is good for. A root with other keys resets both (TUF 1.0, section 5.3.11).
  @Test func theWayBackAfterAFastForward() throws {
    let forger = try ForgedRelease(world)
    let forged = SimulatedDrive()
    try forger.put([], on: forged, version: Limits.maxInteger, issued: 2_085_000_000_000)
    try world.roomSync(forged)
    try world.pack(3..<5, on: world.stick)
    let stuck = try world.roomSync(world.stick)
    #expect(stuck.channels.first?.older == true, "what the lab sends is older now")
    #expect(try world.roomFacts().tasks == 3)
    // What the thief wrote may lie on the very stick.
    for (path, bytes) in forged.files where path.contains("timestamp") {
      try world.stick.write(path, replace: true, bytes)
    }
    _ = try world.lab.rotate("siskin", rootKeys: rootKeys(), on: world.stick)
    try world.labSync(world.stick)
    try world.roomSync(world.stick)
    #expect(try world.roomFacts().tasks == 5)
    #expect(try world.roomFacts().alarms == 0)
    try world.labSync(world.stick)
    #expect(try status().done != nil)
  }
}
