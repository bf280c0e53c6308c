import BundleFormat
import Cryptography
import Exchange
import Store
import StrictJSON
import TUF
import Testing
import Vocabulary

@testable import Lab

/// A stick pulled out at each step of `pack` and of `sync`: nothing half-valid is on it, and the
/// next sync completes it.
@Suite struct PowerCutTests {
  /// What the room would take from a stick; nil where it shows nothing new or nothing whole.
  private func targets(_ made: TestProject, _ drive: any Drive) throws -> [TargetFile]? {
    let root = try made.lab.database.read { try Roots(sql: $0, project: made.project).current() }
    let room = try made.room
    let folder = DownFolder(drive, channel: room.channel)
    guard try !folder.timestamps().isEmpty else { return nil }
    let update = try ChannelUpdater.update(
      TrustState(trusting: root), from: folder,
      binding: ChannelBinding(project: made.project, channel: room.channel))
    guard case .newer(_, let targets, _, _) = update else { return nil }
    return targets
  }

  /// Whatever the stick shows is whole: each listed file is there and opens.
  private func expectWhole(_ made: TestProject, _ drive: SimulatedDrive) throws {
    guard let targets = try targets(made, drive) else { return }
    let listed = Set(targets.map(\.fileName))
    let manifests = Set(try made.room.open(drive, listed: listed).map(\.hash))
    for target in targets { #expect(manifests.contains(target.manifest)) }
  }

  /// Runs `body` once without an accident to count its steps.
  private func steps(_ body: (TestProject, SimulatedDrive) throws -> Void) throws -> Int {
    let (made, drive) = (try TestProject(), SimulatedDrive())
    try body(made, drive)
    return drive.steps
  }

  private func pack(_ made: TestProject, _ drive: SimulatedDrive) throws {
    _ = try made.pack(made.request(made.records(0..<3)), on: drive)
  }

  @Test(arguments: Accident.Tear.allCases) func pulledWhilePacking(tear: Accident.Tear) throws {
    let made = try TestProject()
    for step in 1...(try steps(pack)) {
      let drive = SimulatedDrive()
      drive.arm(.pulled(step: step, tear: tear))
      let error = #expect(throws: (any Error).self) {
        _ = try made.pack(
          made.request(made.records([step], name: "\(step).jsonl")), on: drive)
      }
      drive.plugIn()
      try expectWhole(made, drive)
      // Either nothing was packed, or the next sync, of this stick or a new one, brings it.
      let packed = try made.lab.database.read {
        try $0.first("SELECT count(*) FROM tasks")?.integer(0)
      }
      let before = try made.lab.status("wren").projects.first?.packed
      #expect(before == packed)
      if case .some(let failure as Failure) = error {
        #expect(failure.line.contains("sync puts them"))
      }
      _ = try made.lab.sync(on: drive)
      let open = try made.room.open(drive)
      #expect(open.reduce(0) { $0 + $1.tasks.count } == Int(packed ?? -1))
      try expectWhole(made, drive)
    }
  }

  @Test(arguments: Accident.Tear.allCases) func pulledWhileSyncing(tear: Accident.Tear) throws {
    let reference = try syncSteps()
    for step in 1...reference {
      let (made, drive) = (try TestProject(), SimulatedDrive())
      try prepare(made, drive)
      drive.arm(.pulled(step: step, tear: tear))
      _ = try? made.lab.sync(on: drive)
      drive.plugIn()
      try expectWhole(made, drive)
      let report = try made.lab.sync(on: drive)
      #expect(report.refused == [])
      #expect(try made.lab.status("wren").projects.first?.answers == 1)
      let receipt = try made.room.open(drive).last?.manifest.receipt
      #expect(receipt?.size == Int64(try made.room.lines.count))
    }
  }

  private func syncSteps() throws -> Int {
    let (made, drive) = (try TestProject(), SimulatedDrive())
    try prepare(made, drive)
    let before = drive.steps
    _ = try made.lab.sync(on: drive)
    return drive.steps - before
  }

  /// A stick that came up with one answer.
  private func prepare(_ made: TestProject, _ drive: SimulatedDrive) throws {
    try pack(made, drive)
    let room = try made.room
    let tasks = try room.importAll(drive)
    try made.answer(room, tasks[0])
    try room.export(to: drive, sealedTo: made.seals)
  }

  @Test func anotherStickCompletesWhatOneLost() throws {
    let (made, lost) = (try TestProject(), SimulatedDrive())
    try pack(made, lost)
    let other = SimulatedDrive()
    _ = try made.lab.sync(on: other)
    #expect(try made.room.importAll(other).count == 3)
    #expect(other.files == lost.files)
  }

  @Test func aLostOutboxIsSealedAgain() throws {
    let (made, drive) = (try TestProject(), SimulatedDrive())
    try pack(made, drive)
    let manifest = try made.room.open(drive).map(\.hash)
    try made.lab.outbox.clean(keep: [])
    let other = SimulatedDrive()
    _ = try made.lab.sync(on: other)
    #expect(try made.room.open(other).map(\.hash) == manifest, "sealed again, the same bundle")
  }
}
