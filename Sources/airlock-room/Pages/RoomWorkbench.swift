import Cryptography
import Exchange
import Room
import Synchronization
import Vocabulary
import Web

/// The room as the pages see it.
final class RoomWorkbench: WorkbenchService {
  private let room: Workroom
  private let only: ID?
  private let network: NetworkGuard
  private let seat: OpenDesk
  private let sessions: Sessions
  private let entrance: CustodianEntrance

  /// Everybody who signed in since the start.
  private final class Sessions: Sendable {
    let all = Mutex<[RoomSession]>([])
  }

  /// `finder` finds the sticks that the custodian puts in.
  init(room: Workroom, only: ID?, network: NetworkGuard, finder: StickFinder?) {
    let (seat, sessions) = (OpenDesk(), Sessions())
    self.room = room
    self.only = only
    self.network = network
    self.seat = seat
    self.sessions = sessions
    entrance = CustodianEntrance(
      room: room, desk: seat, finder: finder,
      tasksMayHaveCome: { for each in sessions.all.withLock({ $0 }) { each.forgetCounts() } })
  }

  var custodian: (any CustodianService)? { entrance }

  var roomName: String { "Airlock" }

  func signIn(name: String, passphrase: [UInt8]) throws -> any WorkSession {
    var passphrase = passphrase
    let secret = SecretBytes(wiping: &passphrase)
    let contractor = try room.signIn(name: name, passphrase: secret)
    let session = RoomSession(contractor, only: only, seat: seat)
    // Counted once at once: `--until-done` must not end before anything is known.
    _ = try session.projects()
    sessions.all.withLock { $0.append(session) }
    return session
  }

  /// Notes what happened in the whole room; it must not stop who works.
  func note(_ event: RoomEvent) { try? seat.note(event) }

  func lockReason() -> String? { network.reason() }

  /// Whether somebody has worked and nobody who signed in has a task left.
  var isDone: Bool {
    let sessions = sessions.all.withLock { $0 }
    return !entrance.isBusy && !sessions.isEmpty && sessions.allSatisfy(\.isDone)
  }

  /// Closes what is open, with its leaf.
  func close() { seat.close() }
}
