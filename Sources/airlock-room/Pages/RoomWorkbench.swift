import Cryptography
import Room
import Synchronization
import Vocabulary
import Web

/// The room as the pages see it.
final class RoomWorkbench: WorkbenchService {
  private let room: Workroom
  private let only: ID?
  private let network: NetworkGuard
  private let seat = OpenDesk()
  private let sessions = Mutex<[RoomSession]>([])

  init(room: Workroom, only: ID?, network: NetworkGuard) {
    self.room = room
    self.only = only
    self.network = network
  }

  var roomName: String { "Airlock" }

  func signIn(name: String, passphrase: [UInt8]) throws -> any WorkSession {
    var passphrase = passphrase
    let secret = SecretBytes(wiping: &passphrase)
    let contractor = try room.signIn(name: name, passphrase: secret)
    let session = RoomSession(contractor, only: only, seat: seat)
    // Counted once at once: `--until-done` must not end before anything is known.
    _ = try session.projects()
    sessions.withLock { $0.append(session) }
    return session
  }

  /// Notes what happened in the whole room; it must not stop who works.
  func note(_ event: RoomEvent) { try? seat.note(event) }

  func lockReason() -> String? { network.reason() }

  /// Whether somebody has worked and nobody who signed in has a task left.
  var isDone: Bool {
    let sessions = sessions.withLock { $0 }
    return !sessions.isEmpty && sessions.allSatisfy(\.isDone)
  }

  /// Closes what is open, with its leaf.
  func close() { seat.close() }
}
