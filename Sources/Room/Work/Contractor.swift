import AnnotationModel
public import Cryptography
import Store
public import Vocabulary

/// A person who has signed in with their own passphrase: what they were granted, and nothing else.
public final class Contractor: Sendable {
  /// The name they sign in with, which never leaves the room.
  public let name: String
  let home: RoomHome
  let who: String
  let keys: PersonKeys
  let context: Context
  /// Held as long as somebody works: one process has a home open at a time.
  let lock: HomeLock

  convenience init(
    name: String, home: RoomHome, passphrase: borrowing SecretBytes, context: Context,
    lock: HomeLock
  ) throws {
    let who = try home.who(name)
    let keys = try Slot.open(home.slot(who), passphrase: passphrase)
    self.init(name: name, home: home, who: who, keys: keys, context: context, lock: lock)
  }

  /// A person whose slot was opened: `keys` are what it gave.
  init(
    name: String, home: RoomHome, who: String, keys: PersonKeys, context: Context, lock: HomeLock
  ) {
    self.name = name
    self.home = home
    self.who = who
    self.keys = keys
    self.context = context
    self.lock = lock
  }

  /// Opens the person's slot; throws `Failure(.notPermitted)` for a wrong name or passphrase.
  public static func open(
    home: RoomHome, name: String, passphrase: borrowing SecretBytes, context: Context
  ) throws -> Contractor {
    let lock = try HomeLock(home: home.path)
    return try Contractor(
      name: name, home: home, passphrase: passphrase, context: context, lock: lock)
  }

  /// The projects for which a grant lies here, whether or not it can be opened.
  public func projects() throws -> [ID] {
    try HomeFiles.names(in: home.grants).compactMap { ID(hex: $0) }
      .filter { PrivateFile.exists(home.grant($0, who)) }.sorted()
  }

  /// A grant that was put there by somebody else opens nothing.
  func grant(_ path: String, _ project: ID) throws -> Grant {
    do {
      return try Grant.open(path, project: project, by: keys)
    } catch let refusal as Refusal {
      throw Failure(
        .notPermitted, "the grant for project \(project.hex) is not this room's: \(refusal.why)")
    }
  }

  /// Opens a project; throws `Failure(.notPermitted)` without a grant.
  public func desk(_ project: ID) throws -> Desk {
    let desk = try unopened(project)
    try desk.begin()
    try takeRoomEvents(into: desk)
    return desk
  }

  /// Looks into a project without opening it for work: no task is shown, and the log says nothing of
  /// it.
  public func look<Value>(at project: ID, _ body: (Desk) throws -> Value) throws -> Value {
    let desk = try unopened(project)
    return try desk.store.closing { try body(desk) }
  }

  private func unopened(_ project: ID) throws -> Desk {
    let path = home.grant(project, who)
    guard PrivateFile.exists(path) else {
      throw Failure(
        .notPermitted, "\(name) has no grant for project \(project.hex); ask the custodian")
    }
    let grant = try grant(path, project)
    let store = try ProjectStore(
      path: home.store(project), key: try grant.storeKey(erase: home.erase(project)),
      create: false)
    let (channel, epoch): (ID, EpochID) = try store.read {
      (try $0.identifier(.channel), try $0.identifier(.epoch))
    }
    let author = ActAuthor(
      person: grant.person, key: keys.actKey(project: project),
      log: LogName(channel: channel, epoch: epoch), context: context)
    return Desk(project: project, store: store, author: author)
  }
}
