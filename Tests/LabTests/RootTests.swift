import BundleFormat
import Cryptography
import Exchange
import Store
import TUF
import Testing
import Vocabulary

@testable import Lab

/// A project whose root keys are in the hands of several people.
@Suite struct RootTests {
  private let made: TestProject
  private let lab: LabService
  private let folder: TemporaryFolder
  /// The project's own two root keys, opened again from their files.
  private let keys: [SigningKey]

  init() throws {
    made = try TestProject()
    lab = made.lab
    folder = made.folder
    let root = try made.lab.root(of: "wren")
    let home = made.folder.path("home")
    keys = try root.keys(of: .root).keys.values.map { key in
      try RootKeyFiles.open(
        "\(home)/root/\(RootKeyFiles.fileName(of: key))", passphrase: .test)
    }
  }

  private func problem(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return "\(error)" }
  }

  private func signed(_ waiting: WaitingRoot, by keys: [SigningKey]) throws -> [UInt8] {
    try keys.reduce(waiting.proposal) { try $0.signed(by: $1) }.file
  }

  private func stick(_ requests: Range<Int>) throws -> [String: [UInt8]] {
    let drive = SimulatedDrive()
    _ = try made.pack(made.request(made.records(requests)), on: drive)
    return drive.files
  }

  @Test func aKeyFileOpensWithItsHoldersPassphraseAlone() throws {
    let public1 = try RootKeyFiles.make(
      in: folder.path("keys"), passphrase: .test, costs: TestCost.cheap)
    let path = folder.path("keys/\(RootKeyFiles.fileName(of: public1))")
    #expect(try RootKeyFiles.open(path, passphrase: .test).verifyingKey == public1)
    let wrong = SecretBytes(copying: Array("some other passphrase".utf8))
    let failure = #expect(throws: Failure.self) {
      try RootKeyFiles.open(path, passphrase: wrong)
    }
    #expect(failure?.exit == .notPermitted)
    let other = try folder.write("plain", "airlock-root/1 nothing")
    #expect(problem { _ = try RootKeyFiles.open(other, passphrase: .test) }.contains("no age file"))
  }

  @Test func thresholdsThatNobodyCanMeet() {
    let keys = (0..<3).map { _ in SigningKey.generate().verifyingKey }
    for threshold in [0, -1, 4, Int.max] {
      #expect(throws: Failure.self) { try RootHolders(keys: keys, threshold: threshold) }
    }
    #expect(throws: Failure.self) { try RootHolders(keys: [], threshold: 1) }
    #expect(throws: Failure.self) { try RootHolders(keys: keys + [keys[0]], threshold: 1) }
    for plan in [RootPlan(keys: 0, threshold: 0), RootPlan(keys: 17, threshold: 1)] {
      #expect(throws: Failure.self) { try ProjectTrust(project: made.project, plan: plan, now: 0) }
    }
  }

  @Test func aPlanGoesThroughItsFile() throws {
    let holders = try RootHolders(
      keys: (0..<3).map { _ in SigningKey.generate().verifyingKey }, threshold: 2)
    let path = try holders.write(to: folder.path)
    #expect(try RootHolders(reading: path) == holders)
    #expect(problem { _ = try holders.write(to: folder.path) }.contains("there already"))
    for text in [
      "", "{}", #"{"airlock":"root-plan/2","threshold":1,"keys":[]}"#,
      #"{"airlock":"root-plan/1","threshold":1,"keys":["00"]}"#,
      #"{"airlock":"root-plan/1","threshold":2,"keys":["\#(holders.keys[0].hex)"]}"#,
    ] {
      #expect(problem { _ = try RootHolders(reading: folder.write("bad", text)) } != "", "\(text)")
    }
  }

  @Test func aProjectWaitsForItsHoldersBeforeAnythingLeaves() throws {
    let fresh = (0..<3).map { _ in SigningKey.generate() }
    let holders = try RootHolders(keys: fresh.map(\.verifyingKey), threshold: 2)
    try folder.write("crow/project.json", TestProject.schema.replacing("wren", with: "crow"))
    try folder.write("crow/guidelines.md", "# Crow\n")
    let added = try lab.addProject(
      folder.path("crow"), root: RootPlan(holders, atHand: [fresh[0]]), rootPassphrase: .test)
    #expect(added.rootKeys.isEmpty)
    let waiting = try #require(added.waiting)
    #expect(waiting.proposal.progress.signed == [fresh[0].verifyingKey])
    let line = problem { _ = try lab.writeTrust(of: "crow", to: folder.path("crow.trust")) }
    #expect(line.contains("waits for signatures"))
    let copy = try signed(waiting, by: [fresh[2]])
    let accepted = try lab.acceptRoot(of: "crow", [("1.root.json", copy)])
    #expect(accepted.proposal.progress.isComplete)
    let trust = try lab.writeTrust(of: "crow", to: folder.path("crow.trust"))
    #expect(trust.root.keys(of: .root).threshold == 2)
    #expect(try lab.waitingRoot(of: "crow") == nil)
  }

  @Test func aRotationTakesEffectOnceSignedAndRoomsFollowIt() throws {
    let before = try stick(0..<2)
    let old = try lab.root(of: "wren")
    let waiting = try lab.draftRoot(of: "wren", .everything)
    #expect(try lab.root(of: "wren") == old)
    #expect(try stick(2..<3).keys.filter { $0.hasSuffix("2.root.json") }.isEmpty)
    let copy = try signed(waiting, by: [keys[0]])
    #expect(try lab.acceptRoot(of: "wren", [("r", copy)]).proposal.progress.isComplete)
    let new = try lab.root(of: "wren")
    #expect(new.version == 2)
    for role in [Role.targets, .snapshot, .timestamp] {
      #expect(Set(new.keys(of: role).keys.keys).isDisjoint(with: old.keys(of: role).keys.keys))
    }
    #expect(Set(new.seal).isDisjoint(with: old.seal))
    // What is under way is sealed to the old identity, so both open results.
    #expect(Set(try made.seals).isSuperset(of: old.seal + new.seal))
    let after = try stick(3..<4)
    var trusted = try TrustState(
      trusting: #require(before.first { $0.key.hasSuffix("1.root.json") }?.value))
    let channel = ChannelName.channel(project: made.project, room: try made.room.id)
    for files in [before, after] {
      let update = try ChannelUpdater.update(
        trusted, from: DownFolder(SimulatedDrive(files: files), channel: channel),
        binding: ChannelBinding(project: made.project, channel: channel))
      guard case .newer(let state, _, _, _) = update else { throw Refusal("test", "not newer") }
      trusted = state
    }
    #expect(try trusted.summary().root.version == 2)
  }

  @Test func signaturesAreKeptUntilThereAreEnough() throws {
    let more = SigningKey.generate()
    let waiting = try lab.draftRoot(
      of: "wren", RootChange(addedRootKeys: [more.verifyingKey], threshold: 3))
    for (place, key) in (keys + [more]).enumerated() {
      let copy = try signed(waiting, by: [key])
      let accepted = try lab.acceptRoot(of: "wren", [("copy", copy)])
      #expect(accepted.proposal.progress.isComplete == (place == 2))
    }
    #expect(try lab.root(of: "wren").keys(of: .root).threshold == 3)
  }

  @Test func signaturesForAnotherRootChangeNothing() throws {
    let waiting = try lab.draftRoot(of: "wren", .everything)
    let other = try lab.draftRoot(of: "wren", .everything, anew: true)
    let line = problem {
      _ = try lab.acceptRoot(of: "wren", [("old.json", signed(waiting, by: keys))])
    }
    #expect(line.hasPrefix("old.json: "))
    #expect(try lab.root(of: "wren").version == 1)
    #expect(try lab.waitingRoot(of: "wren")?.proposal.file == other.proposal.file)
  }

  @Test func oneRootWaitsAtATime() throws {
    #expect(problem { _ = try lab.acceptRoot(of: "wren", []) }.contains("root rotate"))
    _ = try lab.draftRoot(of: "wren", .everything)
    #expect(problem { _ = try lab.draftRoot(of: "wren", .everything) }.contains("--anew"))
  }

  @Test func changesThatNoRootCanHave() throws {
    let stranger = SigningKey.generate().verifyingKey
    let holders = keys.map(\.verifyingKey)
    let targets = try #require(try lab.root(of: "wren").keys(of: .targets).keys.values.first)
    for change in [
      RootChange(removedRootKeys: [stranger]), RootChange(removedRootKeys: holders),
      RootChange(addedRootKeys: [holders[0]]), RootChange(threshold: 3),
      RootChange(addedRootKeys: [targets]),
    ] {
      #expect(problem { _ = try lab.draftRoot(of: "wren", change) } != "", "\(change)")
    }
    #expect(try lab.waitingRoot(of: "wren") == nil)
  }

  @Test func aHolderElsewhereSignsWithTheRootBeforeBesideIt() throws {
    let waiting = try lab.draftRoot(of: "wren", .everything)
    let path = try waiting.write(to: folder.path("away"))
    var signing = try RootSigning(path, after: nil)
    #expect(signing.previousFingerprint == Fingerprint(of: waiting.previousFile ?? []).description)
    let file = folder.path(
      "home/root/\(RootKeyFiles.fileName(of: keys[0].verifyingKey))")
    #expect(try !signing.sign(with: file, passphrase: .test).hadSigned)
    #expect(try signing.sign(with: file, passphrase: .test).hadSigned)
    try signing.save()
    let copy = try RootFile.read(path)
    #expect(try lab.acceptRoot(of: "wren", [(path, copy)]).proposal.progress.isComplete)
    let alone = try folder.write("alone/2.root.json", copy)
    #expect(problem { _ = try RootSigning(alone, after: nil) }.contains("--after"))
  }
}
