import AnnotationModel
import Cryptography
import Exchange
import Foundation
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A lab, a room and a stick in a folder of their own, both sides in this process.
final class WalkWorld {
  static let ann = "ann"

  let folder: TestFolder
  let keys: WalkState.Keys
  let stick: SimulatedDrive
  let lab: LabService
  private let clock: TestClock

  /// A world that goes on from `state`; `seed` is where its ids and the order of its outputs come
  /// from.
  init(_ state: WalkState, seed: String = UUID().uuidString) throws {
    folder = try TestFolder()
    keys = state.keys
    stick = SimulatedDrive(files: state.stick)
    clock = TestClock(seed, now: state.now)
    for home in ["lab", "room"] { try folder.copy(state.folder.path(home), to: home) }
    lab = try LabService(
      home: folder.path("lab"), passphrase: WalkSetUp.passphrase, context: clock.context,
      costs: WalkSetUp.cost)
  }

  /// What there is now, for other worlds to go on from; this one is over.
  func state() throws -> WalkState {
    try lab.close()
    return WalkState(folder: folder, stick: stick.files, keys: keys, now: clock.now)
  }

  var context: Context { clock.context }

  var home: RoomHome { RoomHome(folder.path("room")) }

  /// The room as its custodian has it open, for the length of `body`.
  @discardableResult
  func room<Value>(_ body: (Custodian) throws -> Value) throws -> Value {
    let custodian = try Custodian(
      home: home, keys: keys.custodian, context: clock.context,
      lock: try HomeLock(home: home.path))
    defer {
      try? custodian.store.database.close()
      try? custodian.register.close()
    }
    return try body(custodian)
  }

  /// The channel's store, for the length of `body`.
  @discardableResult
  func channel<Value>(_ body: (Custodian, TrustedChannel) throws -> Value) throws -> Value {
    try room { custodian in
      let trusted = try #require(try custodian.store.project(keys.project))
      let channel = try custodian.open(trusted)
      defer { try? channel.store.close() }
      return try body(custodian, channel)
    }
  }

  /// Ann's desk, for the length of `body`.
  @discardableResult
  func desk<Value>(_ body: (Desk) throws -> Value) throws -> Value {
    let who = WhoName.of(Self.ann, salt: try PrivateFile.read(home.salt, limit: 64))
    let contractor = Contractor(
      name: Self.ann, home: home, who: who, keys: keys.ann, context: clock.context,
      lock: try HomeLock(home: home.path))
    let desk = try contractor.desk(keys.project)
    let value = try body(desk)
    try desk.close()
    return value
  }

  /// Ann answers that many open tasks.
  func answer(_ count: Int) throws {
    try desk { desk in
      for _ in 0..<count {
        let open = try #require(try desk.nextOpen(after: 0))
        let task = try #require(try desk.task(at: open))
        _ = try desk.submit(
          AnswerToSubmit(
            task: task.task.hash, answers: Array(#"{"score":4,"why":"as it should be"}"#.utf8),
            activeMs: 5_000, scripted: true))
      }
    }
  }

  /// Packs records with these numbers.
  func pack(_ numbers: Range<Int>, on drive: any Drive) throws {
    let lines = numbers.map { #"{"id":"r\#($0)","prompt":"p\#($0)"}"# + "\n" }
    let file = try folder.write("tasks-\(UUID().uuidString).jsonl", lines.joined().utf8)
    _ = try lab.pack(PackRequest(project: "siskin", files: [file]), on: drive) { _ in }
  }

  /// The room meets a stick and refuses nothing of it.
  @discardableResult
  func roomSync(
    _ drive: any Drive, location: SourceLocation = #_sourceLocation
  ) throws -> Room.SyncReport {
    let report = try room { try $0.sync(drive, only: nil) }
    #expect(report.channels.flatMap(\.alarms).isEmpty, sourceLocation: location)
    return report
  }

  /// The lab meets a stick and refuses nothing of it.
  @discardableResult
  func labSync(
    _ drive: any Drive, location: SourceLocation = #_sourceLocation
  ) throws -> Lab.SyncReport {
    let report = try lab.sync(on: drive)
    #expect(report.refused == [], sourceLocation: location)
    #expect(report.findings == [], sourceLocation: location)
    return report
  }
}

extension SimulatedDrive {
  /// A stick with what goes up on this one, and nothing else.
  var up: SimulatedDrive { SimulatedDrive(files: files.filter { $0.key.contains("/up/") }) }
  /// A stick with what comes down on this one, and nothing else.
  var down: SimulatedDrive { SimulatedDrive(files: files.filter { $0.key.contains("/down/") }) }
}
