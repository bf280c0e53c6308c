import GRDB
import GRDBSQLite

/// A database for the length of one transaction.
///
/// Valid only inside the closure that `EncryptedDatabase.read` or `write` hands it to. Parameters are
/// `?`; values never become part of a statement's text. Everything throws `StoreFailure`.
public struct SQL {
  let database: Database
  let path: String

  /// Runs a statement that gives no rows.
  public func run(_ sql: String, _ values: SQLValue...) throws {
    try run(sql, values)
  }

  /// Runs a statement that gives no rows.
  public func run(_ sql: String, _ values: [SQLValue]) throws {
    try statement(sql).run(values)
  }

  /// All rows of a query; for results of a bounded size.
  public func rows(_ sql: String, _ values: SQLValue...) throws -> [SQLRow] {
    try rows(sql, values)
  }

  /// All rows of a query; for results of a bounded size.
  public func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
    var rows: [SQLRow] = []
    try statement(sql).each(values) { row in
      rows.append(row)
      return true
    }
    return rows
  }

  /// The first row of a query, if it has any.
  public func first(_ sql: String, _ values: SQLValue...) throws -> SQLRow? {
    try first(sql, values)
  }

  /// The first row of a query, if it has any.
  public func first(_ sql: String, _ values: [SQLValue]) throws -> SQLRow? {
    var first: SQLRow?
    try statement(sql).each(values) { row in
      first = row
      return false
    }
    return first
  }

  /// Goes through the rows of a query, one in memory at a time, until `body` says false.
  public func each(
    _ sql: String, _ values: [SQLValue] = [], _ body: (SQLRow) throws -> Bool
  ) throws {
    // Not from the cache: `body` may run the same query, and would take this one's place.
    let statement = try translating { try database.makeStatement(sql: sql) }
    try PreparedStatement(statement, in: self).each(values, body)
  }

  /// The rows of a query, one whenever it is asked for, while others are read and written.
  public func cursor(_ sql: String, _ values: SQLValue...) throws -> RowCursor {
    let statement = try translating { try database.makeStatement(sql: sql) }
    return try RowCursor(PreparedStatement(statement, in: self), values)
  }

  /// The number of the row that the last INSERT added.
  public var lastInserted: Int64 { database.lastInsertedRowID }

  /// How many rows the last statement inserted, updated or deleted.
  public var changes: Int { database.changesCount }

  private func statement(_ sql: String) throws -> PreparedStatement {
    PreparedStatement(try translating { try database.cachedStatement(sql: sql) }, in: self)
  }

  /// Turns GRDB's errors into ours.
  private func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreFailure(error, path: path, damage: damage)
    }
  }

  /// What the VFS found damaged last.
  var damage: PageDamage? { Damage.last(of: database) }
}

/// Asks the VFS of a database what it found damaged.
enum Damage {
  static func last(of database: Database) -> PageDamage? {
    var damage: PageDamage?
    guard let connection = unsafe database.sqliteConnection,
      unsafe sqlite3_file_control(connection, "main", PageDamage.control, &damage)
        == SQLITE_OK
    else { return nil }
    return damage
  }
}
