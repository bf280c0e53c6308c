import Cryptography
import Testing

@testable import Store

@Suite("EncryptedDatabase")
struct EncryptedDatabaseTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a b%?#ü.sqlite")
  }

  @Test("what was written is read again, after closing too")
  func writesAndReads() throws {
    var database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...100)
    #expect(try Fixtures.count(database) == 100)
    #expect(folder.names() == ["a b%?#ü.sqlite", "a b%?#ü.sqlite-wal"])
    try database.close()
    #expect(folder.names() == ["a b%?#ü.sqlite"])
    database = try Fixtures.open(path, create: false)
    let row = try database.read { try $0.first("SELECT * FROM notes WHERE id = ?", 57) }
    #expect(try row?.text(1) == "note 57")
    #expect(try row?.blob(2) == [UInt8](repeating: 57, count: 700))
    try database.check()
  }

  @Test("a transaction whose body throws changes nothing")
  func rollsBack() throws {
    struct Stop: Error {}
    let database = try Fixtures.open(path)
    #expect(throws: Stop.self) {
      try database.write { sql in
        try sql.run("INSERT INTO notes VALUES (1, 'x', NULL)")
        throw Stop()
      }
    }
    #expect(try Fixtures.count(database) == 0)
  }

  @Test("a large transaction is one too, and takes the memory for it only as long as it lasts")
  func bulkWritesAreTransactions() throws {
    struct Stop: Error {}
    let database = try Fixtures.open(path)
    let cache = { (sql: SQL) in try sql.first("PRAGMA cache_size")?.integer(0) }
    let usual = try database.read(cache)
    #expect(throws: Stop.self) {
      try database.bulkWrite { sql in
        try sql.run("INSERT INTO notes VALUES (1, 'x', NULL)")
        throw Stop()
      }
    }
    #expect(try Fixtures.count(database) == 0)
    let during = try database.bulkWrite { sql in
      try sql.run("INSERT INTO notes VALUES (2, 'x', NULL)")
      #expect(sql.changes == 1 && sql.lastInserted == 2)
      return try cache(sql)
    }
    #expect(during == -96 << 10)
    #expect(try database.read(cache) == usual)
    #expect(try Fixtures.count(database) == 1)
  }

  @Test("every value comes back as it was")
  func keepsValues() throws {
    let database = try Fixtures.open(path)
    let values: [SQLValue] = [
      nil, 0, .integer(.min), .integer(.max), 1.5, "", "a\u{0}b", "ü🦆", .blob([]), .blob([0, 255]),
    ]
    for value in values {
      let row = try database.read { try $0.first("SELECT ?, typeof(?1)", value) }
      #expect(try row?.value(0) == value)
    }
    let kinds = try database.read { try $0.first("SELECT typeof(?), typeof(?)", "", .blob([])) }
    #expect(try kinds?.text(0) == "text")
    #expect(try kinds?.text(1) == "blob")
  }

  @Test("a wrong key is told from a file that is no store")
  func tellsWrongKey() throws {
    try Fixtures.open(path).close()
    #expect(throws: StoreFailure(.wrongKey, path: "", detail: "")) {
      try Fixtures.open(path, key: Fixtures.key(8))
    }
    let plain = folder.file("plain")
    try Fixtures.put(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 9000), plain)
    #expect(throws: StoreFailure(.notOurs, path: "", detail: "")) { try Fixtures.open(plain) }
    try Fixtures.put([], folder.file("empty"))
    #expect(throws: StoreFailure(.notOurs, path: "", detail: "")) {
      try Fixtures.open(folder.file("empty"))
    }
    #expect(throws: StoreFailure(.absent, path: "", detail: "")) {
      try Fixtures.open(folder.file("none"), create: false)
    }
    #expect(throws: StoreFailure(.notOurs, path: "", detail: "")) {
      try Fixtures.open(folder.path, create: false)
    }
  }

  @Test("two stores with different keys are open at once, the same one never twice")
  func opensTwoAtOnce() throws {
    let first = try Fixtures.open(path)
    let second = try Fixtures.open(folder.file("other"), key: Fixtures.key(9))
    try Fixtures.insert(first, 1...3)
    try Fixtures.insert(second, 1...5)
    #expect(try Fixtures.count(first) == 3)
    #expect(try Fixtures.count(second) == 5)
    #expect(throws: StoreFailure(.locked, path: "", detail: "")) { try Fixtures.open(path) }
    try first.close()
    try Fixtures.open(path).close()
  }
}
