public import Cryptography
import Store
public import Vocabulary

/// A room's home held open for its pages, so that people can sign in one after another.
public final class Workroom: Sendable {
  private let home: RoomHome
  private let context: Context
  private let lock: HomeLock

  /// Takes the home; throws `Failure` when another process has it.
  public init(home: RoomHome, context: Context) throws {
    self.home = home
    self.context = context
    lock = try HomeLock(home: home.path)
  }

  /// Takes a home in which there may be no room yet.
  public static func atFirst(home: RoomHome, context: Context) throws -> Workroom {
    try PrivateFile.makeFolder(home.path)
    return try Workroom(home: home, context: context)
  }

  /// Whether there is a room in this home.
  public var isMade: Bool { home.isMade }

  /// Makes the room; the passphrase is its custodian's.
  public func make(name: String, passphrase: borrowing SecretBytes) throws {
    try Custodian.create(
      home: home, name: name, passphrase: passphrase, context: context, lock: lock)
  }

  /// Signs the custodian in; throws `Failure(.notPermitted)` for a wrong passphrase. Only one at a
  /// time: `Custodian.close` ends it.
  public func custodian(passphrase: borrowing SecretBytes) throws -> Custodian {
    try Custodian.open(home: home, passphrase: passphrase, context: context, lock: lock)
  }

  /// Signs a person in; throws `Failure(.notPermitted)` for a wrong name or passphrase.
  public func signIn(name: String, passphrase: borrowing SecretBytes) throws -> Contractor {
    try Contractor(
      name: name, home: home, passphrase: passphrase, context: context, lock: lock)
  }
}
