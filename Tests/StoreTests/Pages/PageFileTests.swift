import GRDB
import GRDBSQLite
import Testing

@testable import Store

/// What SQLite itself never asks of the page VFS, or only in a database of a gibibyte.
@Suite("Page file")
struct PageFileTests {
  let folder: TemporaryFolder
  let path: String
  let database: EncryptedDatabase

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store")
    database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...20)
    try database.checkpoint()
  }

  /// Calls the VFS's own write for the main file.
  private func write(_ bytes: [UInt8], at offset: Int64) throws -> CInt {
    try database.queue.inDatabase { database in
      var file: UnsafeMutablePointer<sqlite3_file>?
      unsafe sqlite3_file_control(
        database.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
      let open = unsafe try #require(file)
      return unsafe open.pointee.pMethods?.pointee.xWrite?(
        open, bytes, CInt(bytes.count), offset) ?? SQLITE_MISUSE
    }
  }

  @Test("a page far beyond the end leaves sealed pages before it, no hole of zeros")
  func fillsHole() throws {
    let before = try Fixtures.bytes(path).count / 4096
    let page = Int64(before + 20)
    #expect(
      try write([UInt8](repeating: 0, count: 4096), at: (page - 1) * 4096) == SQLITE_OK)
    let bytes = try Fixtures.bytes(path)
    #expect(bytes.count == Int(page + 1) * 4096)
    for number in 1...Int(page) {
      #expect(bytes[(number * 4096)..<((number + 1) * 4096)].contains { $0 != 0 })
    }
    try database.close()
    let again = try Fixtures.open(path)
    try again.check()
    #expect(try Fixtures.count(again) == 20)
  }

  @Test("what is no whole page is refused")
  func refusesParts() throws {
    let before = try Fixtures.bytes(path)
    let page = [UInt8](repeating: 0, count: 4096)
    #expect(try write(Array(page.dropLast()), at: 4096) != SQLITE_OK)
    #expect(try write(page, at: 4097) != SQLITE_OK)
    #expect(try write([1], at: 0) != SQLITE_OK)
    #expect(try Fixtures.bytes(path) == before)
  }

  @Test("bytes where nonce and tag belong are refused, not lost")
  func refusesReservedBytes() throws {
    let before = try Fixtures.bytes(path)
    for place in [4056, 4063, 4064, 4090, 4095] {
      var page = [UInt8](repeating: 0, count: 4096)
      page[place] = 1
      #expect(try write(page, at: 4096) != SQLITE_OK, "byte \(place)")
    }
    #expect(try Fixtures.bytes(path) == before)
  }

  @Test("a first page of another size, reserve or journal mode is refused")
  func refusesOtherFirstPage() throws {
    let before = try Fixtures.bytes(path)
    for place in 16...20 {
      var page = FirstPage.bytes
      page[place] ^= 1
      #expect(try write(page, at: 0) != SQLITE_OK, "byte \(place)")
    }
    #expect(try Fixtures.bytes(path) == before)
  }
}
