import Testing

@testable import Store

@Suite("RowCursor")
struct RowCursorTests {
  let folder: TemporaryFolder
  let database: EncryptedDatabase

  init() throws {
    folder = try TemporaryFolder()
    database = try Fixtures.open(folder.file("store.sqlite"))
    try Fixtures.insert(database, 1...5)
  }

  @Test("gives each row once, in order, whatever else is read and written meanwhile")
  func givesRows() throws {
    let found = try database.write { sql in
      let rows = try sql.cursor("SELECT id FROM notes WHERE id > ? ORDER BY id", 2)
      var found: [Int64] = []
      while let row = try rows.next() {
        found.append(try row.integer(0))
        // The same query again, and another statement.
        #expect(try sql.cursor("SELECT id FROM notes WHERE id > ? ORDER BY id", 2).next() != nil)
        try sql.run("UPDATE notes SET text = 'seen' WHERE id = ?", .integer(try row.integer(0)))
      }
      return found
    }
    #expect(found == [3, 4, 5])
  }

  @Test("stays at its end")
  func staysAtItsEnd() throws {
    try database.read { sql in
      let rows = try sql.cursor("SELECT id FROM notes WHERE id = 4")
      #expect(try rows.next()?.integer(0) == 4)
      #expect(try rows.next() == nil)
      #expect(try rows.next() == nil)
    }
  }

  @Test("one that wasn't read to its end doesn't keep a transaction open")
  func letsGo() throws {
    try database.read { sql in _ = try sql.cursor("SELECT id FROM notes").next() }
    try Fixtures.insert(database, 6...6)
    #expect(try Fixtures.count(database) == 6)
  }

  @Test("wants a value for each parameter")
  func wantsValues() throws {
    #expect(throws: StoreFailure.self) {
      try database.read { _ = try $0.cursor("SELECT id FROM notes WHERE id = ?") }
    }
  }
}
