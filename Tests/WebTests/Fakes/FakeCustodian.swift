import Synchronization
import Vocabulary

@testable import Web

/// A custodian's side in memory: a room that may not be made yet, people, sticks that a test puts
/// in, and an exchange that goes one step on each time it is asked about.
final class FakeCustodian: CustodianService {
  static let passphrase = "seven brave little words for the room"
  static let fingerprint = String(repeating: "3f2a91c0", count: 8)

  let state: Mutex<State>

  struct State {
    var room: String?
    var overview: RoomOverview
    var sticks: [StickFound] = []
    /// How an exchange goes, one entry each time it is asked about.
    var script: [ExchangeProgress] = []
    /// Such courses for exchange after exchange, round and round; none leaves `script` as it is.
    var scripts: [[ExchangeProgress]] = []
    var closed = 0
  }

  init(room: String? = "Room 7", overview: RoomOverview = FakeRoom.empty) {
    state = Mutex(State(room: room, overview: overview))
  }

  var hasRoom: Bool { state.withLock { $0.room != nil } }

  func makeRoom(name: String, passphrase: [UInt8]) throws -> any CustodianSession {
    state.withLock { $0.room = name }
    return FakeCustodianSession(self)
  }

  func signIn(passphrase: [UInt8]) throws -> any CustodianSession {
    guard passphrase == Array(Self.passphrase.utf8) else {
      throw Failure(.notPermitted, "wrong name or passphrase")
    }
    return FakeCustodianSession(self)
  }
}

/// The custodian, signed in.
final class FakeCustodianSession: CustodianSession {
  private let room: FakeCustodian
  private let running = Mutex<ExchangeProgress?>(nil)

  init(_ room: FakeCustodian) { self.room = room }

  var roomName: String { room.state.withLock { $0.room ?? "" } }

  func overview() throws -> RoomOverview { room.state.withLock { $0.overview } }

  func requireFree(_ name: String) throws {
    guard try !overview().people.contains(name) else {
      throw Failure(.badInput, "there is somebody called \(name) already; choose another name")
    }
  }

  func addPerson(_ name: String, passphrase: [UInt8]) throws {
    room.state.withLock { $0.overview.people.append(name) }
  }

  func grant(_ name: String, project: ID) throws {
    try change(project) {
      $0.grants.append(.init(name: name, since: FakeRoom.day, left: $0.tasks))
    }
  }

  func revoke(_ name: String, project: ID) throws -> Int {
    try change(project) { project in project.grants.removeAll { $0.name == name } }
    return 38
  }

  private func change(_ id: ID, _ body: (inout RoomOverview.Project) -> Void) throws {
    try room.state.withLock { state in
      guard let place = state.overview.projects.firstIndex(where: { $0.id == id }) else {
        throw Failure(.badInput, "there is no such project")
      }
      body(&state.overview.projects[place])
    }
  }

  func cardFingerprint(lab: String) throws -> String { FakeCustodian.fingerprint }

  func writeCard(lab: String, to stick: String) throws -> String {
    room.state.withLock { $0.overview.cardWritten = true }
    return "room-3f2a91c0.card"
  }

  func noteLabTold() throws { room.state.withLock { $0.overview.labTold = true } }

  func trustFiles(on stick: String) throws -> [String] { ["lab.trust"] }

  func trust(
    _ file: String, on stick: String, fingerprint: String, lab: String
  ) throws -> TrustOutcome {
    let pairs = zip(Array(FakeCustodian.fingerprint), Array(fingerprint)).enumerated()
    let off = Set(pairs.filter { $0.element.0 != $0.element.1 }.map { $0.offset / 4 + 1 })
    guard off.isEmpty else { return .differs(off.sorted()) }
    room.state.withLock { $0.overview.projects.append(FakeRoom.trusted) }
    return .trusted(FakeRoom.trusted.id)
  }

  func sticks() throws -> [StickFound] { room.state.withLock { $0.sticks } }

  func look(at stick: String) throws -> StickContents {
    guard stick != "/media/gone" else {
      throw Failure(.refused, "\(stick): there is no such folder")
    }
    return StickContents(
      channels: try overview().projects.map {
        StickContents.Channel(
          project: $0.id, codename: $0.codename, down: .new(bundles: 1, bytes: 41_000_000),
          waiting: $0.waiting, receipted: $0.receipted)
      }, others: 2, trustFiles: [], isReadOnly: false)
  }

  func startExchange(with stick: String, _ direction: StickDirection) throws {
    room.state.withLock { state in
      guard !state.scripts.isEmpty else { return }
      state.script = state.scripts.removeFirst()
      state.scripts.append(state.script)
    }
    running.withLock { $0 = ExchangeProgress(stick: stick, direction: direction) }
  }

  func exchangeProgress() -> ExchangeProgress? {
    running.withLock { now in
      guard now?.phase == .running else { return now }
      room.state.withLock { if !$0.script.isEmpty { now = $0.script.removeFirst() } }
      return now
    }
  }

  func dismissExchange() { running.withLock { $0 = nil } }

  func acknowledge(alarm: Int64, project: ID) throws {
    try room.state.withLock { state in
      let alarms = state.overview.alarms
      guard let place = alarms.firstIndex(where: { $0.id == alarm && $0.project == project }) else {
        throw Failure(.badInput, "there is no such alarm")
      }
      state.overview.alarms[place].acknowledgedAt = FakeRoom.day
    }
  }

  func wipeOutline(_ project: ID) throws -> WipeOutline {
    WipeOutline(tasks: 120, drafts: 1, unacknowledged: 37)
  }

  func wipe(_ project: ID, losingResults: Bool) throws {
    guard losingResults else { throw Failure(.refused, "37 acts would be lost") }
    room.state.withLock { $0.overview.projects.removeAll { $0.id == project } }
  }

  func close() { room.state.withLock { $0.closed += 1 } }
}
