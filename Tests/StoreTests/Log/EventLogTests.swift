import Cryptography
import Testing
import Vocabulary

@testable import Store

@Suite("EventLog")
struct EventLogTests {
  let folder: TemporaryFolder
  let database: EncryptedDatabase

  init() throws {
    folder = try TemporaryFolder()
    database = try EncryptedDatabase(
      path: folder.file("log"), key: Fixtures.key(), create: true,
      migrations: [EventLog.migration])
  }

  private func line(_ number: Int) -> [UInt8] { Array("{\"v\":1,\"n\":\(number)}".utf8) }

  @Test("size and roots are those of the tree over its lines")
  func followsTheTree() throws {
    var hashes: [Digest] = []
    for number in 0..<20 {
      let position = try database.write { try EventLog($0).append(line(number)) }
      #expect(position == Int64(number))
      hashes.append(MerkleTree.leafHash(of: line(number)[...]))
      try database.read { sql throws in
        let log = EventLog(sql)
        #expect(try log.size() == Int64(number + 1))
        #expect(try log.root() == MerkleTree.root(of: hashes))
      }
    }
    try database.read { sql throws in
      let log = EventLog(sql)
      for size in 0...20 {
        #expect(try log.root(at: Int64(size)) == MerkleTree.root(of: hashes[..<size]))
      }
      #expect(try log.root(at: 21) == nil)
      #expect(try log.root(at: -1) == nil)
      try log.verify()
    }
  }

  @Test("an empty log has the root of nothing")
  func beginsEmpty() throws {
    try database.read { sql throws in
      #expect(try EventLog(sql).size() == 0)
      #expect(try EventLog(sql).root() == MerkleTree.emptyRoot)
    }
  }

  @Test("a leaf goes with its transaction")
  func rollsBack() throws {
    struct Stop: Error {}
    try database.write { try EventLog($0).append(line(0)) }
    #expect(throws: Stop.self) {
      try database.write { sql throws in
        try EventLog(sql).append([line(1), line(2)])
        throw Stop()
      }
    }
    #expect(try database.read { try EventLog($0).size() } == 1)
  }

  @Test("lines come back in order, and one that is missing is damage")
  func givesLines() throws {
    try database.write { try EventLog($0).append((0..<300).map(line)) }
    var read: [[UInt8]] = []
    try database.read { sql throws in
      try EventLog(sql).lines(from: 5, to: 290) { read.append($0) }
      #expect(try EventLog(sql).line(7) == line(7))
      #expect(try EventLog(sql).line(300) == nil)
    }
    #expect(read == (5..<290).map(line))
    #expect(throws: StoreFailure(.damaged, path: "", detail: "")) {
      try database.read { try EventLog($0).lines(from: 0, to: 301) { _ in } }
    }
  }

  @Test("a root that was recorded is looked up without its leaves")
  func recordsRoots() throws {
    let recorded = try database.write { sql throws in
      try EventLog(sql).append([line(0), line(1)])
      try EventLog(sql).recordRoot()
      try EventLog(sql).append(line(2))
      try sql.run("DELETE FROM event_leaf WHERE position = 0")
      return try EventLog(sql).root(at: 2)
    }
    #expect(recorded == MerkleTree.root(of: [0, 1].map { MerkleTree.leafHash(of: line($0)[...]) }))
  }

  @Test("two logs of a store don't touch each other")
  func keepsLogsApart() throws {
    try database.write { sql throws in
      try EventLog(sql, name: "old").append([line(0), line(1)])
      try EventLog(sql, name: "new").append(line(5))
    }
    try database.read { sql throws in
      #expect(try EventLog(sql, name: "old").size() == 2)
      #expect(try EventLog(sql, name: "new").line(0) == line(5))
    }
  }

  @Test("a line that would be two, none or too long is refused")
  func refusesLines() throws {
    for bad in [[], [0x7b, 0x0a], [UInt8](repeating: 0x20, count: Limits.leaf + 1)] {
      #expect(throws: Refusal("leaf-form", "")) {
        try database.write { try EventLog($0).append(bad) }
      }
    }
  }

  @Test("a changed leaf and a changed frontier are found")
  func findsChanges() throws {
    try database.write { try EventLog($0).append([line(0), line(1), line(2)]) }
    try database.write { try $0.run("UPDATE event_leaf SET line = X'41' WHERE position = 1") }
    #expect(throws: StoreFailure(.damaged, path: "", detail: "")) {
      try database.read { try EventLog($0).verify() }
    }
    try database.write {
      try $0.run("UPDATE event_log SET frontier = ?", .blob(MerkleFrontier().bytes))
    }
    #expect(throws: StoreFailure(.damaged, path: "", detail: "")) {
      try database.write { try EventLog($0).append(line(3)) }
    }
  }
}
