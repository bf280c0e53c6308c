public import Cryptography
import Store
public import Vocabulary

/// A lab: its home, open for this process alone. Its commands are extensions of it.
public final class LabService: Sendable {
  let paths: LabPaths
  let context: Context
  let database: EncryptedDatabase
  let outbox: Outbox
  /// Result archives, as they came.
  public let archives: any ArchiveStore
  let costs: PassphraseCosts
  /// How much goes into one bundle.
  let bundleLimits: BundleLimits
  private let lock: HomeLock

  /// Opens the home with the lab's passphrase.
  ///
  /// Throws `Failure`: not permitted for a wrong passphrase, refused where there is no lab or
  /// another process has it open; `StoreFailure` for a damaged database.
  public convenience init(
    home: String, passphrase: borrowing SecretBytes, context: Context
  ) throws {
    try self.init(home: home, passphrase: passphrase, context: context, costs: .standard)
  }

  init(
    home: String, passphrase: borrowing SecretBytes, context: Context,
    costs: PassphraseCosts, bundleLimits: BundleLimits = .standard
  ) throws {
    let paths = LabPaths(home: home)
    guard PrivateFile.exists(paths.slot) else {
      throw Failure(.refused, "\(home): there is no lab here; make one with init")
    }
    lock = try HomeLock(home: home)
    let keys = try Self.open(paths, passphrase, costs.slot)
    self.paths = paths
    self.context = context
    self.costs = costs
    self.bundleLimits = bundleLimits
    database = try EncryptedDatabase(
      path: paths.database, key: keys.labStoreKey(), create: false,
      migrations: LabTables.migrations)
    outbox = Outbox(paths.outbox)
    archives = FolderArchiveStore(paths.archives)
  }

  /// Closes the database; nothing may be asked of the lab afterwards.
  public func close() throws { try database.close() }

  /// The lab has no names to mistype, so a wrong passphrase is called just that.
  private static func open(
    _ paths: LabPaths, _ passphrase: borrowing SecretBytes, _ cost: Argon2Cost
  ) throws -> PersonKeys {
    do {
      return try Slot.open(paths.slot, passphrase: passphrase, cost: cost)
    } catch let failure as Failure where failure.exit == .notPermitted {
      throw Failure(.notPermitted, "wrong passphrase for the lab in \(paths.home)")
    }
  }
}

/// What a guess at a passphrase costs. Others than the standard are for tests alone.
struct PassphraseCosts: Sendable {
  let slot: Argon2Cost
  /// The base-two logarithm of scrypt's rounds.
  let workFactor: Int

  /// As the formats say.
  static let standard = PassphraseCosts(slot: .standard, workFactor: 16)
}
