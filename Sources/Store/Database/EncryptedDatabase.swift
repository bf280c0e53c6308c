public import Cryptography
import GRDB
import GRDBSQLite

/// A SQLite database whose pages are sealed before they reach the disk (FORMAT.md).
///
/// One connection: a write waits for the reads and writes before it. Every write is one transaction
/// that is on the disk when the call returns. Failures are `StoreFailure`.
public final class EncryptedDatabase: Sendable {
  /// The main file; its log lies beside it as `<path>-wal` while the database is open.
  public let path: String
  let queue: DatabaseQueue
  private let claim: OpenStores.Claim

  /// Opens the database at `path` with a 32-byte key and brings its tables up to date.
  ///
  /// With `create`, a file that isn't there is made, readable by its owner only. A process opens a
  /// file once at a time, and keeps others out until `close`.
  public convenience init(
    path: String, key: borrowing SecretBytes, create: Bool, migrations: [Migration]
  ) throws {
    try self.init(
      path: path, key: key, create: create, migrations: migrations, vfs: PageVFS.name)
  }

  /// The same over a page VFS of this name: tests have one with faults underneath.
  init(
    path: String, key: borrowing SecretBytes, create: Bool, migrations: [Migration], vfs: String
  ) throws {
    guard unsafe PageVFS.registered != nil else {
      throw StoreFailure(.failed, path: path, detail: "SQLite has no VFS \"unix-excl\"")
    }
    if create { try NewStore.make(at: path, key: key) }
    self.path = path
    claim = try OpenStores.claim(path)
    let ticket = KeyTickets.issue(key)
    defer { KeyTickets.cancel(ticket) }
    do {
      queue = try DatabaseQueue(
        path: DatabaseAddress.make(path: path, vfs: vfs, ticket: ticket),
        configuration: ConnectionSettings.configuration(path: path))
      try queue.inDatabase { try ConnectionSettings.verify($0, path: path) }
      try Migrations.apply(migrations, to: queue, path: path)
    } catch let error as DatabaseError {
      throw StoreFailure(error, path: path, damage: nil)
    }
  }

  /// Reads in one transaction: `body` sees one state of the database.
  ///
  /// `body` must not call this database again but use the `SQL` it is given.
  public func read<Value>(_ body: (SQL) throws -> Value) throws -> Value {
    try access { database in
      try database.readOnly { try transaction(.deferred, in: database, body) }
    }
  }

  /// Writes in one transaction, on the disk when this returns; where `body` throws, nothing happened.
  ///
  /// `body` must not call this database again but use the `SQL` it is given.
  @discardableResult
  public func write<Value>(_ body: (SQL) throws -> Value) throws -> Value {
    try access { try transaction(.immediate, in: $0, body) }
  }

  /// The same where very many rows are written: in up to 96 MiB of memory for as long as it takes,
  /// and many times as fast.
  @discardableResult
  public func bulkWrite<Value>(_ body: (SQL) throws -> Value) throws -> Value {
    try access { database in
      try database.execute(sql: "PRAGMA cache_size = -\(ConnectionSettings.bulkCacheKiB)")
      defer { try? database.execute(sql: "PRAGMA cache_size = -\(ConnectionSettings.cacheKiB)") }
      return try transaction(.immediate, in: database, body)
    }
  }

  /// Reads every page and checks how they fit together; throws `damaged` for the first that isn't
  /// right.
  public func check() throws {
    try read { sql in
      let verdict = try sql.first("PRAGMA integrity_check(1)")?.text(0)
      guard verdict == "ok" else {
        let detail = sql.damage?.description ?? verdict ?? "it can't be checked"
        throw StoreFailure(.damaged, path: path, detail: detail)
      }
    }
  }

  /// Moves the log's content into the main file, which SQLite also does by itself as it grows.
  public func checkpoint() throws {
    try access { _ = try $0.checkpoint(.truncate) }
  }

  /// Moves the log's content into the main file and closes both. Later calls throw.
  public func close() throws {
    try translating { try queue.close() }
    claim.giveUp()
  }

  private func transaction<Value>(
    _ kind: Database.TransactionKind, in database: Database, _ body: (SQL) throws -> Value
  ) throws -> Value {
    var value: Value?
    try database.inTransaction(kind) {
      value = try body(SQL(database: database, path: path))
      return .commit
    }
    guard let value else {
      throw StoreFailure(.failed, path: path, detail: "a transaction gave no value")
    }
    return value
  }

  /// Waits for its turn and lends the connection; a closed one would crash in SQLite.
  private func access<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translating {
      try queue.inDatabase { database in
        guard unsafe database.sqliteConnection != nil else {
          throw StoreFailure(.failed, path: path, detail: "it was closed")
        }
        return try body(database)
      }
    }
  }

  private func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      let damage = queue.unsafeReentrantRead { Damage.last(of: $0) }
      throw StoreFailure(error, path: path, damage: damage)
    }
  }
}
