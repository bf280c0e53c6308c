import Cryptography
import Glibc
import Testing
import Vocabulary

@testable import Store

/// Damage to the write-ahead log, found when SQLite recovers it after a crash or while it is open.
@Suite("Damage to the log")
struct LogDamageTests {
  let folder: TemporaryFolder
  let main: [UInt8]
  let log: [UInt8]
  /// The states after each transaction that the log holds, none first.
  let states: [Digest]
  static let frame = 4120

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("store")
    let database = try Workload.open(path)
    try database.checkpoint()
    main = try Fixtures.bytes(path)
    var states = [try Workload.state(of: database).hash]
    for number in 0..<4 {
      try Workload.run(number, on: database)
      states.append(try Workload.state(of: database).hash)
    }
    self.states = states
    // As after kill -9: the log was not moved into the main file.
    log = try Fixtures.bytes(path + "-wal")
    try database.close()
  }

  /// What a store with this log holds once it is recovered: how many transactions.
  private func recovered(_ log: [UInt8]) throws -> Int {
    let path = folder.file("copy")
    try Fixtures.put(main, path)
    try Fixtures.put(log, path + "-wal")
    let database = try Workload.open(path)
    defer { try? database.close() }
    try database.check()
    let state = try Workload.state(of: database)
    let known = try #require(states.indices.contains(state.count) ? states[state.count] : nil)
    #expect(state.hash == known)
    return state.count
  }

  @Test("the log as it was left holds everything")
  func whole() throws {
    #expect(try recovered(log) == 4)
  }

  @Test("a flipped bit anywhere in the log leaves an older state that was committed")
  func flippedBits() throws {
    let frames = (log.count - 32) / Self.frame
    for number in 0..<frames {
      for place in [0, 3, 5, 7, 9, 14, 16, 23, 24, 2000, 4079, 4080, 4103, 4104, 4119] {
        var changed = log
        changed[32 + number * Self.frame + place] ^= 4
        #expect(try recovered(changed) < 4, "frame \(number), byte \(place)")
      }
    }
    for place in 0..<32 {
      var changed = log
      changed[place] ^= 4
      #expect(try recovered(changed) == 0, "byte \(place) of the log's header")
    }
  }

  @Test("frames that change places, and a log cut off, leave an older state")
  func movedFrames() throws {
    let first = 32..<32 + Self.frame
    let second = first.upperBound..<first.upperBound + Self.frame
    var changed = log
    changed.replaceSubrange(first, with: log[second])
    changed.replaceSubrange(second, with: log[first])
    #expect(try recovered(changed) == 0)
    for length in stride(from: 0, to: log.count, by: 3000) {
      #expect(try recovered(Array(log[..<length])) < 4, "\(length) bytes")
    }
  }

  /// Opens a store, changes its log under it, and reads a table.
  private func readAfter(_ change: (inout [UInt8]) -> Void) throws -> StoreFailure? {
    let path = folder.file("open")
    let database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...25)
    try Fixtures.insert(database, 26...50)
    try database.read { try $0.run("PRAGMA shrink_memory") }
    var bytes = try Fixtures.bytes(path + "-wal")
    change(&bytes)
    let descriptor = unsafe open(path + "-wal", O_WRONLY)
    _ = unsafe pwrite(descriptor, bytes, bytes.count, 0)
    close(descriptor)
    return #expect(throws: StoreFailure.self) {
      try database.read { try $0.rows("SELECT * FROM notes") }
    }
  }

  @Test("a frame that is changed while the store is open is damage, not data")
  func changedWhileOpen() throws {
    let failure = try readAfter { log in
      for offset in stride(from: 32, to: log.count, by: Self.frame) { log[offset + 300] ^= 1 }
    }
    #expect(failure?.reason == .damaged)
    #expect(failure?.detail.contains("frame") == true)
  }

  @Test("a frame in another's place is damage, not that one's data")
  func movedWhileOpen() throws {
    let failure = try readAfter { log in
      let frames = stride(from: 32, to: log.count, by: Self.frame).map {
        Array(log[$0..<$0 + Self.frame])
      }
      log.replaceSubrange(32..., with: (frames.dropFirst() + frames.prefix(1)).joined())
    }
    #expect(failure?.reason == .damaged)
    #expect(failure?.detail.contains("frame") == true)
  }

  @Test("a frame of the same page from another place in the log is damage")
  func oldFrameWhileOpen() throws {
    let failure = try readAfter { log in
      // All frames of a page become its first one, which was true once.
      var first: [[UInt8]: [UInt8]] = [:]
      for offset in stride(from: 32, to: log.count, by: Self.frame) {
        let frame = Array(log[offset..<offset + Self.frame])
        let page = Array(frame[..<4])
        log.replaceSubrange(offset..<offset + Self.frame, with: first[page] ?? frame)
        if first[page] == nil { first[page] = frame }
      }
    }
    #expect(failure?.reason == .damaged)
    #expect(failure?.detail.contains("frame") == true)
  }

  @Test("a wrong key changes neither file, though the log waits to be recovered")
  func wrongKeyWithLog() throws {
    let path = folder.file("copy")
    try Fixtures.put(main, path)
    try Fixtures.put(log, path + "-wal")
    #expect(throws: StoreFailure(.wrongKey, path: "", detail: "")) {
      try Fixtures.open(path, key: Fixtures.key(8))
    }
    #expect(try Fixtures.bytes(path) == main)
    #expect(try Fixtures.bytes(path + "-wal") == log)
  }

  @Test("every page and frame is sealed under a nonce of its own")
  func freshNonces() throws {
    let disk = try FaultyDisk()
    let database = try Workload.open(folder.file("nonces"), vfs: disk.vfs)
    for number in 0..<10 { try Workload.run(number, on: database) }
    try database.close()
    var nonces: [ArraySlice<UInt8>] = []
    for operation in disk.operations {
      guard case .write(_, let bytes) = operation.change, bytes.count >= DamageTests.page else {
        continue
      }
      nonces.append(bytes.suffix(40).prefix(24))
    }
    #expect(nonces.count > 100)
    #expect(Set(nonces).count == nonces.count)
  }
}
