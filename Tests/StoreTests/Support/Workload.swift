import Cryptography
import Vocabulary

@testable import Store

/// Transactions that make pages grow, shrink, split and come back, and what each leaves behind.
struct Workload {
  static let transactions = 40
  static let migrations = [
    Migration(
      name: "1",
      statements: [
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, v TEXT, w BLOB)",
        "CREATE INDEX t_a ON t (a)", "CREATE TABLE c (n INTEGER)", "INSERT INTO c VALUES (0)",
      ])
  ]

  static func open(_ path: String, vfs: String = PageVFS.name) throws -> EncryptedDatabase {
    let database = try EncryptedDatabase(
      path: path, key: Fixtures.key(), create: true, migrations: migrations, vfs: vfs)
    try database.read { sql in
      // Little memory, so that pages are written before their transaction ends.
      try sql.run("PRAGMA cache_size = 6")
      try sql.run("PRAGMA wal_autocheckpoint = 25")
    }
    return database
  }

  /// One transaction, counted from 0.
  static func run(_ number: Int, on database: EncryptedDatabase) throws {
    try database.write { sql in
      let rows = 3 + (number * 5) % 25
      for row in 1...rows {
        try sql.run(
          "INSERT OR REPLACE INTO t VALUES (?, ?, ?, zeroblob(?))",
          .integer(Int64(number * 3 + row)), .integer(Int64(row * (number + 3) % 17)),
          .text("text \(number) \(row)"), .integer(Int64((number * 331) % 5000 + row * 37)))
      }
      try sql.run(
        number.isMultiple(of: 3)
          ? "DELETE FROM t WHERE a = 5"
          : "UPDATE t SET v = v || 'u', w = zeroblob(length(w) / 2 + 9) WHERE a = 3")
      try sql.run("UPDATE c SET n = ?", .integer(Int64(number + 1)))
    }
  }

  /// How many transactions the database has seen, and a hash over all it holds.
  static func state(of database: EncryptedDatabase) throws -> (count: Int, hash: Digest) {
    try database.read { sql in
      var hasher = SHA256Hasher()
      try sql.each("SELECT id, a, v, length(w), w FROM t ORDER BY id") { row in
        hasher.update(
          Array("\(try row.integer(0)) \(try row.integer(1)) \(try row.text(2)) ".utf8))
        hasher.update(try row.blob(4))
        return true
      }
      let count = try sql.first("SELECT n FROM c")?.integer(0) ?? -1
      return (Int(count), hasher.finish())
    }
  }

  /// The states after 0, 1, … transactions, from a run without any fault.
  static func expected(in folder: TemporaryFolder) throws -> [Digest] {
    let database = try open(folder.file("expected"))
    var states = [try state(of: database).hash]
    for number in 0..<transactions {
      try run(number, on: database)
      states.append(try state(of: database).hash)
    }
    try database.close()
    return states
  }
}
