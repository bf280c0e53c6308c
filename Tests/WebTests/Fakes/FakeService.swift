import Synchronization
import Vocabulary

@testable import Web

/// A room in memory: one person, some projects, a lock that a test turns.
final class FakeService: WorkbenchService {
  static let name = "ann"
  static let passphrase = "five small words for ann"

  let roomName = "Room 7"
  let projects: [FakeDesk]
  /// The custodian's side; nil where a test has none.
  let fakeCustodian: FakeCustodian?
  var custodian: (any CustodianService)? { fakeCustodian }
  private let lock = Mutex<String?>(nil)
  private let record = Mutex<[FakeSession]>([])

  init(_ projects: [FakeDesk], custodian: FakeCustodian? = nil) {
    self.projects = projects
    fakeCustodian = custodian
  }

  func signIn(name: String, passphrase: [UInt8]) throws -> any WorkSession {
    guard name == Self.name, passphrase == Array(Self.passphrase.utf8) else {
      throw Failure(.notPermitted, "that name and passphrase don't open this room")
    }
    let session = FakeSession(name: name, projects: projects)
    record.withLock { $0.append(session) }
    return session
  }

  func lockReason() -> String? { lock.withLock { $0 } }

  func setLock(_ line: String?) { lock.withLock { $0 = line } }

  /// All sessions that were opened, oldest first.
  var sessions: [FakeSession] { record.withLock { $0 } }
}

/// What a signed-in person may open.
final class FakeSession: WorkSession {
  let displayName: String
  private let desks: [FakeDesk]
  private let ended = Mutex(false)
  private let kept = Mutex<[UInt8]?>(nil)

  init(name: String, projects: [FakeDesk]) {
    displayName = name
    desks = projects
  }

  var isClosed: Bool { ended.withLock { $0 } }

  func projects() throws -> [ProjectCard] {
    try desks.map { desk in
      let counts = try desk.overview()
      var notes = ProjectCard.Notes()
      notes.letters = desk.letters
      return ProjectCard(
        id: desk.project, codename: desk.codename, version: 1, total: counts.total,
        answered: counts.answered, skipped: counts.skipped, drafts: counts.drafts, notes: notes)
    }
  }

  func hours(since: Int64) throws -> [ProjectHours] {
    try desks.map { desk in
      let start = (since / 300_000 + 1) * 300_000
      return ProjectHours(
        id: desk.project, codename: desk.codename,
        cells: [.init(start: start, ms: 240_000, first: start, last: start + 290_000)],
        acts: ["answer": try desk.overview().answered])
    }
  }

  func sittings(in project: ID) throws -> [DeskSitting] {
    [
      DeskSitting(
        code: "7K2QD-9WXE4", first: 3, last: 14, from: 1_773_061_260_000, to: 1_773_064_860_000,
        acts: ["answer": 3, "skip": 1], activeMs: 2_460_000)
    ]
  }

  func leaves(in project: ID, from index: Int64) throws -> [DeskLeaf] {
    [
      DeskLeaf(index: 3, event: "opened", at: 1_773_061_260_000),
      DeskLeaf(index: 4, event: "shown", at: 1_773_061_270_000),
      DeskLeaf(index: 5, event: "act", at: 1_773_061_280_000),
    ].filter { $0.index >= index }
  }

  func settings() throws -> [UInt8]? { kept.withLock { $0 } }

  func keepSettings(_ body: [UInt8]) throws { kept.withLock { $0 = body } }

  func open(_ project: ID) throws -> any ProjectDesk {
    guard let desk = desks.first(where: { $0.project == project }) else {
      throw Failure(.notPermitted, "ann has no grant for this project")
    }
    return desk
  }

  func close() { ended.withLock { $0 = true } }
}
