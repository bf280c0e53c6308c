import Glibc
import Testing

@testable import Store

@Suite("Opening and locks")
struct OpeningTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store")
  }

  /// Tries to lock the bytes that SQLite's readers lock, as another process would: a lock of an
  /// open file description conflicts with those of the same process.
  private func lock(_ descriptor: Int32) -> Bool {
    var request = flock()
    request.l_type = Int16(F_WRLCK)
    request.l_start = 0x4000_0002
    request.l_len = 510
    let setLockOfDescription: Int32 = 37
    return unsafe fcntl(descriptor, setLockOfDescription, &request) == 0
  }

  @Test("a store that another process has open is locked")
  func refusesLocked() throws {
    try Fixtures.open(path).close()
    let descriptor = unsafe open(path, O_RDWR)
    #expect(lock(descriptor))
    #expect(throws: StoreFailure(.locked, path: "", detail: "")) { try Fixtures.open(path) }
    close(descriptor)
    try Fixtures.open(path).close()
  }

  @Test("an open store keeps others out, and a closed one no longer")
  func keepsOthersOut() throws {
    let database = try Fixtures.open(path)
    let descriptor = unsafe open(path, O_RDWR)
    #expect(!lock(descriptor))
    try database.close()
    #expect(lock(descriptor))
    close(descriptor)
  }

  @Test("a link to an open store is not opened beside it")
  func refusesLinkToOpenStore() throws {
    let database = try Fixtures.open(path)
    unsafe symlink(path, folder.file("link"))
    #expect(throws: StoreFailure(.locked, path: "", detail: "")) {
      try Fixtures.open(folder.file("link"))
    }
    withExtendedLifetime(database) {}
  }

  @Test("a store that could not be opened can be opened later")
  func givesClaimUp() throws {
    try Fixtures.open(path).close()
    #expect(throws: StoreFailure.self) { try Fixtures.open(path, key: Fixtures.key(1)) }
    try Fixtures.open(path).close()
  }

  @Test("a closed store throws, and closing it again is fine")
  func throwsOnceClosed() throws {
    let database = try Fixtures.open(path)
    try database.close()
    #expect(throws: StoreFailure.self) { try Fixtures.count(database) }
    #expect(throws: StoreFailure.self) { try Fixtures.insert(database, 1...1) }
    try database.close()
  }

  @Test("a key for one opening is not left behind")
  func redeemsTickets() {
    let ticket = KeyTickets.issue(Fixtures.key())
    #expect(KeyTickets.redeem(ticket) != nil)
    #expect(KeyTickets.redeem(ticket) == nil)
    #expect(KeyTickets.redeem(0) == nil)
  }

  @Test("steps are applied once, in order, and a failing one leaves nothing")
  func migrates() throws {
    let first = Fixtures.notes
    let second = first + [Migration(name: "2", statements: ["CREATE TABLE more (a)"])]
    let broken =
      second + [
        Migration(
          name: "3", statements: ["CREATE TABLE third (a)", "CREATE TABLE more (a)"])
      ]
    func open(_ migrations: [Migration]) throws -> EncryptedDatabase {
      try EncryptedDatabase(path: path, key: Fixtures.key(), create: true, migrations: migrations)
    }
    try open(first).close()
    try open(second).close()
    #expect(throws: StoreFailure(.failed, path: "", detail: "")) { try open(broken) }
    let database = try open(second)
    let tables = try database.read {
      try $0.rows("SELECT name FROM sqlite_schema WHERE name IN ('notes', 'more', 'third')").count
    }
    #expect(tables == 2)
    try database.close()
    #expect(throws: StoreFailure(.newer, path: "", detail: "")) { try open(first) }
  }

  @Test("a key that occurs twice is a constraint, and says no value")
  func namesConstraint() throws {
    let database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...1)
    let failure = #expect(throws: StoreFailure.self) {
      try database.write { try $0.run("INSERT INTO notes VALUES (1, 'private', NULL)") }
    }
    #expect(failure?.reason == .constraint)
    #expect(failure?.description.contains("private") == false)
  }

  @Test("many threads read and write through one connection")
  func servesManyThreads() async throws {
    let database = try Fixtures.open(path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in Int64(0)..<8 {
        group.addTask {
          for step in Int64(0)..<20 {
            try Fixtures.insert(database, (number * 20 + step)...(number * 20 + step))
            _ = try Fixtures.count(database)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Fixtures.count(database) == 160)
    try database.check()
  }

  @Test("a query may run the same query inside its loop")
  func nestsQueries() throws {
    let database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...5)
    var pairs = 0
    try database.read { sql in
      try sql.each("SELECT id FROM notes") { _ in
        try sql.each("SELECT id FROM notes") { _ in
          pairs += 1
          return true
        }
        return true
      }
    }
    #expect(pairs == 25)
  }
}
