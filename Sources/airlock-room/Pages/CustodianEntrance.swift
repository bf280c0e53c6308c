import CommandSupport
import Cryptography
import Exchange
import Room
import Synchronization
import Vocabulary
import Web

/// The custodian's door of the room that is open, or that is made first.
final class CustodianEntrance: CustodianService {
  private let room: Workroom
  private let desk: OpenDesk
  /// Nil where the table of mounts can't be read: then a stick's folder is typed.
  private let finder: StickFinder?
  /// Called when a stick may have brought tasks.
  private let tasksMayHaveCome: @Sendable () -> Void
  /// Let go when its stores are closed, or the custodian's keys would outlive their work.
  private let session = Mutex<CustodianAtWork?>(nil)

  init(
    room: Workroom, desk: OpenDesk, finder: StickFinder?,
    tasksMayHaveCome: @escaping @Sendable () -> Void
  ) {
    self.room = room
    self.desk = desk
    self.finder = finder
    self.tasksMayHaveCome = tasksMayHaveCome
  }

  var hasRoom: Bool { room.isMade }

  /// Whether the custodian is signed in, or a stick of theirs is still being worked on.
  var isBusy: Bool { session.withLock { $0 != nil } }

  func makeRoom(name: String, passphrase: [UInt8]) throws -> any CustodianSession {
    guard NameRule.allows(name) else {
      throw Failure(.badInput, "A room's name has 1 to 100 bytes and no control characters.")
    }
    var secret = passphrase
    let kept = SecretBytes(wiping: &secret)
    try PassphraseRule.require(kept, of: "the custodian's")
    try CustodianTrouble.told { try room.make(name: name, passphrase: kept) }
    return try signIn(passphrase: passphrase)
  }

  /// Somebody's open project is closed first, with its leaf: the custodian's stores are the same.
  func signIn(passphrase: [UInt8]) throws -> any CustodianSession {
    guard !isBusy else {
      throw Failure(.refused, "A stick is being worked on. Wait until it is done.")
    }
    var secret = passphrase
    let kept = SecretBytes(wiping: &secret)
    let custodian = try CustodianTrouble.told { try room.custodian(passphrase: kept) }
    desk.close()
    let work = try CustodianAtWork(
      custodian, desk: desk, finder: finder, tasksMayHaveCome: tasksMayHaveCome,
      ended: { [weak self] in self?.letGo() })
    session.withLock { $0 = work }
    try? work.keepEvents()
    return work
  }

  private func letGo() { session.withLock { $0 = nil } }
}
