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

  /// Signs a person in; throws `Failure(.notPermitted)` for a wrong name or passphrase.
  public func signIn(name: String, passphrase: borrowing SecretBytes) throws -> Contractor {
    try Contractor(
      name: name, home: home, passphrase: passphrase, context: context, lock: lock)
  }
}
