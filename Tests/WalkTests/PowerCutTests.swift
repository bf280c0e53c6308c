import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A power cut between the steps of a room's sync: outbox, project store, custodian.sqlite, stick.
///
/// Each is what the home looks like after that step and before the next, laid together from copies
/// of the home before and after a whole sync.
@Suite struct PowerCutTests {
  private let world: WalkWorld
  private let before: TestFolder
  private let acts: [Digest]

  init() throws {
    world = try WalkWorld(WalkState.answered.get())
    acts = try world.roomFacts().acts
    before = try TestFolder()
    try before.copy(world.home.path, to: "room")
  }

  /// A sync whose stick nobody sees again.
  private func syncToNowhere() throws {
    try world.roomSync(SimulatedDrive(files: world.stick.files))
  }

  private func outbox(_ name: String) throws -> String {
    let folder = world.home.outbox(
      world.keys.channel, try world.channel { $1.epoch })
    return "\(folder)/\(name)".replacing(world.folder.path + "/", with: "")
  }

  /// Puts the home back to before the sync, and lets these files of the outbox stay.
  private func goBack(keeping names: [String]) throws {
    let after = try TestFolder()
    try after.copy(world.home.path, to: "room")
    let paths = try names.map(outbox)
    try world.folder.copy(before.path("room"), to: "room")
    for path in paths { try world.folder.copy(after.path(path), to: path) }
  }

  /// The next sync completes it, the lab takes it in, and every answer is there once.
  private func expectCompletion(
    again: Bool, location: SourceLocation = #_sourceLocation
  ) throws {
    let report = try world.roomSync(world.stick, location: location)
    #expect(report.channels.first?.archive == 2, sourceLocation: location)
    #expect(report.channels.first?.again == again, sourceLocation: location)
    let taken = try world.labSync(world.stick, location: location).taken
    #expect(taken.reduce(0) { $0 + $1.acts } == 2, sourceLocation: location)
    #expect(try world.answersInLab() == 2, sourceLocation: location)
    try world.roomSync(world.stick, location: location)
    let facts = try world.roomFacts()
    #expect(facts.acts == acts, sourceLocation: location)
    #expect(facts.receipted == 2, sourceLocation: location)
    #expect(facts.alarms == 0, sourceLocation: location)
  }

  @Test func beforeTheArchiveIsWhole() throws {
    try syncToNowhere()
    try goBack(keeping: ["2.age"])
    let sealed = try PrivateFile.read(world.folder.path(outbox("2.age")), limit: 1 << 24)
    try world.folder.write(outbox("2.age.part"), sealed.prefix(sealed.count / 2))
    try PrivateFile.remove(world.folder.path(outbox("2.age")))
    try expectCompletion(again: false)
  }

  @Test func betweenArchiveAndNote() throws {
    try syncToNowhere()
    try goBack(keeping: ["2.age"])
    try expectCompletion(again: false)
  }

  @Test func betweenOutboxAndStore() throws {
    try syncToNowhere()
    try goBack(keeping: ["2.age", "2.note"])
    try expectCompletion(again: false)
  }

  @Test func betweenStoreAndAnchor() throws {
    let anchor = try #require(try world.room { try $0.store.project(world.keys.project) })
    try syncToNowhere()
    try setAnchor(anchor)
    try expectCompletion(again: true)
    let now = try #require(try world.room { try $0.store.project(world.keys.project) })
    #expect(now.size > anchor.size, "what was missing is filled in")
  }

  @Test func betweenAnchorAndStick() throws {
    try syncToNowhere()
    try expectCompletion(again: true)
  }

  @Test func betweenImportAndAnchor() throws {
    let fresh = try WalkWorld(WalkState.packed.get())
    try fresh.channel { custodian, channel in
      var report = Room.SyncReport.Channel(project: channel.project)
      let folder = DownFolder(fresh.stick, channel: channel.channel)
      try ChannelImport(custodian: custodian, channel: channel, folder: folder).run(&report)
      #expect(report.imported == [1])
    }
    try fresh.room { custodian in
      try custodian.store.database.write {
        try $0.run("UPDATE projects SET size = 0, root = NULL, epoch = NULL")
      }
    }
    try fresh.answer(3)
    try fresh.roomSync(fresh.stick)
    try fresh.labSync(fresh.stick)
    #expect(try fresh.answersInLab() == 3)
    #expect(try fresh.roomFacts().tasks == 3)
  }

  /// The files that wait were lost: what they held is sealed again, under the next number.
  @Test func aLostOutbox() throws {
    try syncToNowhere()
    for name in ["2.age", "2.note"] { try PrivateFile.remove(world.folder.path(outbox(name))) }
    let report = try world.roomSync(world.stick)
    #expect(report.channels.first?.archive == 3)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
  }

  private func setAnchor(_ anchor: CustodianStore.TrustedProject) throws {
    try world.room {
      try $0.store.anchor(
        world.keys.project, epoch: try #require(anchor.epoch), size: anchor.size,
        root: try #require(anchor.root))
    }
  }

  // MARK: Put back from an older copy

  @Test func aProjectStorePutBackIsRefused() throws {
    try world.roomSync(world.stick)
    let after = try TestFolder()
    try after.copy(world.home.path, to: "room")
    let stick = world.stick.files
    try world.folder.copy(before.path("room/projects"), to: "room/projects")
    for attempt in [
      { _ = try world.room { try $0.sync(world.stick, only: nil) } },
      { _ = try world.room { try $0.status() } },
    ] as [() throws -> Void] {
      let refusal = try #require(throws: Refusal.self) { try attempt() }
      #expect(refusal.code == "store-behind")
      #expect(!refusal.why.contains("\n"))
    }
    #expect(world.stick.files == stick)
    // With the right store in its place the walk goes on.
    try world.folder.copy(after.path("room/projects"), to: "room/projects")
    try world.labSync(world.stick)
    try world.roomSync(world.stick)
    #expect(try world.answersInLab() == 2)
    #expect(try world.roomFacts().acts == acts)
  }

  /// The other way round: of custodian.sqlite one missing exchange is a power cut, two are a copy.
  @Test func aCustodianStorePutBackIsRefused() throws {
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try world.answer(1)
    try world.roomSync(world.stick)
    let custodian = "room/custodian.sqlite"
    try world.folder.copy(before.path(custodian), to: custodian)
    let stick = world.stick.files
    let refusal = try #require(throws: Refusal.self) {
      _ = try world.room { try $0.sync(world.stick, only: nil) }
    }
    #expect(refusal.code == "custodian-behind")
    #expect(world.stick.files == stick)
    // The way out: a new log, which says why it began.
    _ = try world.room { try $0.beginEpochs() }
    #expect(
      try world.leaves().contains {
        $0.event == .alarm(code: "custodian-behind", hash: nil)
      })
  }

  /// Work that the room did after the copy is no exchange: only what went out is missed.
  @Test func aStorePutBackThatHoldsAllThatWentOutIsTaken() throws {
    try world.roomSync(world.stick)
    let copy = try TestFolder()
    try copy.copy(world.home.path, to: "room")
    try world.answer(1)
    try world.folder.copy(copy.path("room/projects"), to: "room/projects")
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
  }

  /// A whole home put back knows nothing of what it sent: the lab sees two logs under one name.
  @Test func aHomePutBackIsSeenByTheLab() throws {
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    let rows = try world.labRows()
    try world.folder.copy(before.path("room"), to: "room")
    try world.answer(1)
    let other = SimulatedDrive()
    _ = try world.room { [project = world.keys.project] in try $0.sync(other, only: project) }
    let report = try world.lab.sync(on: other)
    #expect(report.refused.map(\.code) == ["equivocation"])
    var expected = rows
    expected["findings"] = try world.labRows()["findings"]
    #expect(expected["findings"]?.count == 1, "the contradiction is kept")
    #expect(try world.labRows() == expected)
  }
}
