import Cryptography
import Glibc

@testable import Store

/// What most tests need: a key, a table, bytes of files.
enum Fixtures {
  static func key(_ byte: UInt8 = 7) -> SecretBytes {
    SecretBytes(copying: [UInt8](repeating: byte, count: 32))
  }

  static let notes = [
    Migration(
      name: "1 notes",
      statements: ["CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, body BLOB)"])
  ]

  static func open(
    _ path: String, key: borrowing SecretBytes = key(), create: Bool = true
  ) throws -> EncryptedDatabase {
    try EncryptedDatabase(path: path, key: key, create: create, migrations: notes)
  }

  static func insert(_ database: EncryptedDatabase, _ ids: ClosedRange<Int64>) throws {
    try database.write { sql in
      for id in ids {
        try sql.run(
          "INSERT INTO notes VALUES (?, ?, ?)", .integer(id), .text("note \(id)"),
          .blob([UInt8](repeating: UInt8(truncatingIfNeeded: id), count: 700)))
      }
    }
  }

  static func count(_ database: EncryptedDatabase) throws -> Int64 {
    try database.read { try $0.first("SELECT count(*) FROM notes")?.integer(0) ?? -1 }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try PrivateFile.read(path, limit: 1 << 30)
  }

  static func put(_ bytes: [UInt8], _ path: String) throws {
    try PrivateFile.write(bytes, to: path, replace: true)
  }
}

/// Tests that try many places take a few by default, and twenty times as many with `AIRLOCK_SOAK`.
enum Soak {
  static func rounds(_ few: Int) -> Int {
    unsafe getenv("AIRLOCK_SOAK") == nil ? few : 20 * few
  }
}
