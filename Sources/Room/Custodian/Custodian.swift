public import Cryptography
import Store
public import Vocabulary

/// The custodian, signed in: may trust labs, add people, grant projects, exchange with sticks.
public final class Custodian: Sendable {
  let home: RoomHome
  let context: Context
  let keys: PersonKeys
  let store: CustodianStore
  let register: PeopleRegister
  private let lock: HomeLock

  /// Opens the custodian's stores with keys that a slot gave.
  init(home: RoomHome, keys: PersonKeys, context: Context, lock: HomeLock) throws {
    store = CustodianStore(
      database: try EncryptedDatabase(
        path: home.custodianDatabase, key: keys.custodianStoreKey(), create: false,
        migrations: CustodianTables.migrations))
    register = try PeopleRegister(
      path: home.roomDatabase, key: try store.roomKey(), create: false)
    self.home = home
    self.context = context
    self.keys = keys
    self.lock = lock
    try finishWipes()
  }

  /// Makes a room. The slot is written last: without it there is no room, and `create` may be
  /// called again after whatever interrupted it.
  public static func create(
    home: RoomHome, name: String, passphrase: borrowing SecretBytes, context: Context
  ) throws {
    try NameRule.require(name)
    try PrivateFile.makeFolder(home.path)
    let lock = try HomeLock(home: home.path)
    try create(home: home, name: name, passphrase: passphrase, context: context, lock: lock)
  }

  /// The same in a home that this process holds already.
  static func create(
    home: RoomHome, name: String, passphrase: borrowing SecretBytes, context: Context,
    lock: HomeLock
  ) throws {
    try NameRule.require(name)
    guard !home.isMade else {
      throw Failure(.refused, "\(home.path) already holds a room; give another --home")
    }
    try clearUnfinished(home)
    for folder in home.folders { try PrivateFile.makeFolder(folder) }
    try PrivateFile.write(context.random(16), to: home.salt, replace: false)
    let fresh = try Slot.fresh(for: .custodian, passphrase: passphrase)
    let roomKey = SecretBytes.random(count: 32)
    let store = CustodianStore(
      database: try EncryptedDatabase(
        path: home.custodianDatabase, key: fresh.keys.custodianStoreKey(), create: true,
        migrations: CustodianTables.migrations))
    try store.setMeta("name", Array(name.utf8))
    var key = roomKey.revealed()
    try store.setMeta("roomKey", key)
    key.wipe()
    let register = try PeopleRegister(path: home.roomDatabase, key: roomKey, create: true)
    try register.close()
    try store.database.close()
    try PrivateFile.write(fresh.file, to: home.slot(WhoName.custodian), replace: false)
    withExtendedLifetime(lock) {}
  }

  /// Opens a room with the custodian's passphrase; throws `Failure(.notPermitted)` for a wrong one.
  public static func open(
    home: RoomHome, passphrase: borrowing SecretBytes, context: Context
  ) throws -> Custodian {
    try open(
      home: home, passphrase: passphrase, context: context, lock: HomeLock(home: home.path))
  }

  /// The same in a home that this process holds already.
  static func open(
    home: RoomHome, passphrase: borrowing SecretBytes, context: Context, lock: HomeLock
  ) throws -> Custodian {
    let keys = try Slot.open(home.slot(WhoName.custodian), passphrase: passphrase)
    return try Custodian(home: home, keys: keys, context: context, lock: lock)
  }

  /// Signs out: closes the stores, so that they can be opened again. No call follows.
  public func close() throws {
    try register.close()
    try store.database.close()
  }

  private static func clearUnfinished(_ home: RoomHome) throws {
    for database in [home.custodianDatabase, home.roomDatabase] {
      try HomeFiles.removeDatabase(database)
    }
    try PrivateFile.remove(home.salt)
  }
}

extension RoomHome {
  /// Whether a room was made here.
  public var isMade: Bool { PrivateFile.exists(slot(WhoName.custodian)) }

  /// Throws `Failure` when no room was made here.
  public func require() throws {
    guard isMade else {
      throw Failure(.refused, "\(path): there is no room here; make one with airlock-room init")
    }
  }
}
