import Cryptography
import Testing
import Vocabulary

@testable import Store

/// The second reader, in Python, knows FORMAT.md and nothing of this program.
@Suite("Second reader", .enabled(if: Python.path != nil))
struct SecondReaderTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store.sqlite")
  }

  private func read(_ key: UInt8 = 7) throws -> ChildProcess.Result {
    try ChildProcess.run(
      [try #require(Python.path), Python.reader, path, "notes"],
      input: Hex.encoded(Fixtures.key(key).revealed()) + "\n", in: folder)
  }

  private func rows(_ ids: ClosedRange<Int64>) -> String {
    ids.map { id in
      let byte = Hex.encoded([UInt8(truncatingIfNeeded: id)])
      let blob = String(repeating: byte, count: 700)
      return "[\(id), \"note \(id)\", {\"blob\": \"\(blob)\"}]\n"
    }.joined()
  }

  @Test("reads a closed store")
  func readsMainFile() throws {
    let database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...200)
    try database.close()
    let result = try read()
    #expect(result.error == "")
    #expect(result.output == rows(1...200))
  }

  @Test("reads an open store with its log")
  func readsLog() throws {
    let database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...20)
    try database.checkpoint()
    try Fixtures.insert(database, 21...40)
    let result = try read()
    #expect(result.error == "")
    #expect(result.output == rows(1...40))
    withExtendedLifetime(database) {}
  }

  @Test("reads a log whose frames were written twice within a transaction")
  func readsRewrittenFrames() throws {
    let database = try Fixtures.open(path)
    // So little memory for pages that SQLite writes some before the transaction ends, and again.
    try database.write { sql in
      try sql.run("PRAGMA cache_size = 5")
      for id in Int64(1)...100 {
        try sql.run("INSERT INTO notes VALUES (?, 'x', zeroblob(700))", .integer(id))
      }
      for id in Int64(1)...100 {
        try sql.run(
          "UPDATE notes SET text = ?, body = ? WHERE id = ?", .text("note \(id)"),
          .blob([UInt8](repeating: UInt8(id), count: 700)), .integer(id))
      }
    }
    let result = try read()
    #expect(result.error == "")
    #expect(result.output == rows(1...100))
    try database.check()
  }

  @Test("refuses a wrong key and a flipped bit")
  func refuses() throws {
    let database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...20)
    try database.close()
    #expect(try read(8).error.contains("wrong key"))
    var bytes = try Fixtures.bytes(path)
    bytes[4096 * 2 + 77] ^= 1
    try Fixtures.put(bytes, path)
    #expect(try read().error.contains("page 2 is damaged"))
  }
}
