public import Cryptography

/// One project's encrypted store in a room: tasks, drafts, acts and the channel's log.
///
/// Everything that belongs together is written in one transaction, so that a power cut leaves
/// either all of it or nothing.
public final class ProjectStore: Sendable {
  private let database: EncryptedDatabase

  /// Opens the store at `path`, or makes it. Throws when the key is not its key.
  public init(path: String, key: borrowing SecretBytes, create: Bool) throws {
    database = try EncryptedDatabase(
      path: path, key: key, create: create, migrations: ProjectTables.migrations)
  }

  /// Reads a consistent state.
  public func read<Value>(_ body: (ProjectTransaction) throws -> Value) throws -> Value {
    try database.read { try body(ProjectTransaction(sql: $0)) }
  }

  /// One transaction, on the disk when this returns; nothing of it if `body` throws.
  public func write<Value>(_ body: (ProjectTransaction) throws -> Value) throws -> Value {
    try database.write { try body(ProjectTransaction(sql: $0)) }
  }

  /// The same where very many rows are written (`EncryptedDatabase.bulkWrite`).
  public func bulkWrite<Value>(_ body: (ProjectTransaction) throws -> Value) throws -> Value {
    try database.bulkWrite { try body(ProjectTransaction(sql: $0)) }
  }

  /// What `body` gives; then the files are closed, also where it throws.
  public func closing<Value>(after body: () throws -> Value) throws -> Value {
    do {
      let value = try body()
      try close()
      return value
    } catch {
      try? close()
      throw error
    }
  }

  /// Closes the files; the store can't be used afterwards.
  public func close() throws { try database.close() }
}

/// What can be asked of a project's store inside one transaction.
public struct ProjectTransaction {
  let sql: SQL
  /// The channel's Merkle log.
  public let log: EventLog

  init(sql: SQL) {
    self.sql = sql
    self.log = EventLog(sql)
  }
}
