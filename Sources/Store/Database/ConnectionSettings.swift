import GRDB
import GRDBSQLite

/// How every connection is set up, and the check that SQLite took it.
enum ConnectionSettings {
  /// Memory for pages, in KiB.
  static let cacheKiB = 8192
  /// The same while very many rows are written. A task's hash is random, so each new task changes
  /// another page of its index: a page that doesn't stay in memory until the end goes to the log
  /// again and again, and SQLite then reads and writes the log once more to mend its checksums.
  static let bulkCacheKiB = 96 << 10

  static func configuration(path: String) -> Configuration {
    var configuration = Configuration()
    configuration.label = "store"
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // No database beside the main one: it would not be sealed, or not by the same rules.
      unsafe sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
      for pragma in [
        "temp_store = MEMORY", "synchronous = FULL", "cache_size = -\(cacheKiB)",
        "trusted_schema = OFF", "cell_size_check = ON",
      ] {
        try database.execute(sql: "PRAGMA \(pragma)")
      }
    }
    return configuration
  }

  /// Throws unless the connection goes through our VFS, in WAL mode, with full synchronisation and
  /// temporary data in memory.
  static func verify(_ database: Database, path: String) throws {
    var damage: PageDamage?
    let ours = unsafe sqlite3_file_control(
      database.sqliteConnection, "main", PageDamage.control, &damage)
    guard ours == SQLITE_OK else {
      throw StoreFailure(.failed, path: path, detail: "SQLite opened it without its VFS")
    }
    try expect("wal", of: "journal_mode", in: database, path)
    try expect("2", of: "synchronous", in: database, path)
    try expect("2", of: "temp_store", in: database, path)
    try expect("4096", of: "page_size", in: database, path)
  }

  private static func expect(
    _ wanted: String, of pragma: String, in database: Database, _ path: String
  ) throws {
    let value = try String.fetchOne(database, sql: "PRAGMA \(pragma)")
    guard value == wanted else {
      throw StoreFailure(
        .failed, path: path, detail: "SQLite's \(pragma) is \(value ?? "none"), not \(wanted)")
    }
  }
}
