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
  private let queues: Queues
  private let entrance: CustodianEntrance

  /// The counts of everybody who signed in since the start.
  private final class Queues: Sendable {
    let all = Mutex<[OpenQueues]>([])
  }

  /// `finder` finds the sticks that the custodian puts in.
  init(room: Workroom, only: ID?, network: NetworkGuard, finder: StickFinder?) {
    let (seat, queues) = (OpenDesk(), Queues())
    self.room = room
    self.only = only
    self.network = network
    self.seat = seat
    self.queues = queues
    entrance = CustodianEntrance(
      room: room, desk: seat, finder: finder,
      tasksMayHaveCome: { for each in queues.all.withLock({ $0 }) { each.forget() } })
  }

  var custodian: (any CustodianService)? { entrance }

  var roomName: String { "Airlock" }

  func signIn(name: String, passphrase: [UInt8]) throws -> any WorkSession {
    var passphrase = passphrase
    let secret = SecretBytes(wiping: &passphrase)
    let contractor = try room.signIn(name: name, passphrase: secret)
    let own = OpenQueues()
    let session = RoomSession(contractor, only: only, seat: seat, queues: own)
    // Counted once at once: `--until-done` must not end before anything is known.
    try session.countQueues()
    // What was seen before anybody signed in; it must not stop who works.
    try? seat.writeEvents(contractor.keep)
    queues.all.withLock { $0.append(own) }
    return session
  }

  /// Notes what happened in the whole room; it must not stop who works.
  func note(_ event: RoomEvent) { try? seat.note(event) }

  func lockReason() -> String? { network.reason() }

  /// Whether somebody has worked and nobody who signed in has a task left.
  var isDone: Bool {
    let queues = queues.all.withLock { $0 }
    return !entrance.isBusy && !queues.isEmpty && queues.allSatisfy(\.areDone)
  }

  /// Closes what is open, with its leaf.
  func close() { seat.close() }
}
