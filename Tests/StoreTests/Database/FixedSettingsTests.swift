import GRDB
import Testing

@testable import Store

@Suite("Settings that a store keeps")
struct FixedSettingsTests {
  let folder: TemporaryFolder
  let path: String
  let database: EncryptedDatabase

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store")
    database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...10)
  }

  /// Runs a statement outside of any transaction, as `SQL` never does.
  private func run(_ sql: String) throws {
    try database.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  @Test(
    "pragmas that would undo the store's promises are refused",
    arguments: [
      "journal_mode = DELETE", "journal_mode = OFF", "journal_mode = MEMORY",
      "journal_mode = TRUNCATE", "journal_mode = PERSIST", "main.journal_mode = delete",
      "synchronous = NORMAL", "synchronous = OFF", "synchronous = 1", "page_size = 8192",
      "mmap_size = 1000000", "temp_store = FILE", "temp_store = 1", "locking_mode = EXCLUSIVE",
      "temp_store_directory = '/tmp'",
    ])
  func refusesPragmas(pragma: String) throws {
    #expect(throws: DatabaseError.self) { try run("PRAGMA \(pragma)") }
    try database.queue.writeWithoutTransaction { try ConnectionSettings.verify($0, path: path) }
  }

  @Test("asking for a setting, and setting what it is, is allowed")
  func allowsSameValues() throws {
    for pragma in ["journal_mode", "journal_mode = wal", "synchronous = FULL", "page_size = 4096"] {
      try run("PRAGMA \(pragma)")
    }
  }

  @Test("no other database is attached, be it sealed, plain or in memory")
  func refusesAttach() throws {
    try Fixtures.open(folder.file("other")).close()
    for address in ["other", "new", "file:plain?vfs=unix", ":memory:", ""] {
      let place = address.isEmpty || address.contains(":") ? address : folder.file(address)
      #expect(throws: DatabaseError.self, "\(address)") { try run("ATTACH '\(place)' AS x") }
    }
    #expect(throws: DatabaseError.self) { try run("VACUUM INTO '\(folder.file("copy"))'") }
    #expect(folder.names() == ["other", "store", "store-wal"])
  }

  @Test("a rollback journal beside a store is not looked at")
  func ignoresJournal() throws {
    try database.close()
    let journal =
      [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7] + [UInt8](repeating: 1, count: 600)
    try Fixtures.put(journal, path + "-journal")
    let again = try Fixtures.open(path, create: false)
    #expect(try Fixtures.count(again) == 10)
    try Fixtures.insert(again, 11...12)
    try again.close()
    #expect(try Fixtures.bytes(path + "-journal") == journal)
  }
}
