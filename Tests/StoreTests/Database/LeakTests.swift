import Cryptography
import Glibc
import Testing

@testable import Store

@Suite("What a disk gets to see")
struct LeakTests {
  static let secret = "the rubric in clear"
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store")
  }

  /// The names of files in the folder that hold one of the strings, or the key.
  private func leaks() throws -> [String] {
    let strings = [Self.secret, "marked_column", "SQLite format 3", "INSERT"]
    let needles =
      strings.flatMap { [Array($0.utf8), $0.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }] }
      + [Fixtures.key().revealed()]
    return try folder.names().filter { name in
      let bytes = try Fixtures.bytes(folder.file(name))
      return needles.contains { bytes.firstRange(of: $0) != nil }
    }
  }

  private func work() throws -> EncryptedDatabase {
    let database = try EncryptedDatabase(
      path: path, key: Fixtures.key(), create: true,
      migrations: [
        Migration(
          name: "1", statements: ["CREATE TABLE t (id INTEGER PRIMARY KEY, marked_column TEXT)"])
      ])
    try database.write { sql in
      try sql.run("PRAGMA cache_size = 5")
      for id in Int64(0)..<600 {
        try sql.run("INSERT INTO t VALUES (?, ?)", .integer(id), .text("\(Self.secret) \(id)"))
      }
      // Subjournal, sorter and temporary tables.
      try sql.run(
        "UPDATE t SET marked_column = marked_column || ? WHERE id % 2", .text(Self.secret))
      try sql.run("CREATE INDEX t_text ON t (marked_column)")
      try sql.run("CREATE TEMP TABLE copy AS SELECT * FROM t ORDER BY marked_column DESC")
      try sql.each("SELECT DISTINCT upper(marked_column) FROM copy ORDER BY 1") { _ in true }
    }
    return database
  }

  @Test("no file holds a known string in UTF-8 or UTF-16, nor the key, open or closed")
  func hidesContent() throws {
    let database = try work()
    #expect(folder.names() == ["store", "store-wal"])
    #expect(try leaks() == [])
    try database.checkpoint()
    #expect(try leaks() == [])
    try database.close()
    #expect(folder.names() == ["store"])
    #expect(try leaks() == [])
  }

  @Test("the search finds what a plain database leaks")
  func searchWorks() throws {
    try Fixtures.put(Array("xx\(Self.secret)".utf8), folder.file("plain"))
    try Fixtures.put(
      Self.secret.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, folder.file("wide"))
    #expect(try leaks() == ["plain", "wide"])
  }

  @Test("SQLite opens no temporary file")
  func opensNoTemporaryFile() throws {
    let database = try work()
    try database.read { sql in
      try sql.run("PRAGMA cache_size = 5")
      try sql.each("SELECT * FROM t a JOIN t b ON a.id = b.id ORDER BY b.marked_column") { _ in
        for name in TemporaryFolder.names("/proc/self/fd") {
          var target = [CChar](repeating: 0, count: 4096)
          unsafe readlink("/proc/self/fd/\(name)", &target, target.count - 1)
          let text = String(decoding: target.map { UInt8(bitPattern: $0) }, as: UTF8.self)
          #expect(!text.contains("etilqs"))
        }
        return false
      }
    }
  }

  @Test("files are their owner's alone")
  func isPrivate() throws {
    let database = try work()
    for name in folder.names() {
      var status = stat()
      #expect(unsafe stat(folder.file(name), &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
    withExtendedLifetime(database) {}
  }
}
