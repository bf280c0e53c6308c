import Testing

@testable import Store

@Suite("Power cuts and failing disks")
struct PowerCutTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A run on a disk that remembers everything.
  private struct Recording {
    let path: String
    let start: [UInt8]
    let operations: [FaultyDisk.Operation]
    /// How many operations there were when transaction n began, and when it was acknowledged.
    var began: [Int] = []
    var acknowledged: [Int] = []
  }

  private func record() throws -> Recording {
    let disk = try FaultyDisk()
    let path = folder.file("recorded")
    let database = try Workload.open(path, vfs: disk.vfs)
    try database.checkpoint()
    let start = try Fixtures.bytes(path)
    let skipped = disk.operations.count
    var began: [Int] = []
    var acknowledged: [Int] = []
    for number in 0..<Workload.transactions {
      began.append(disk.operations.count - skipped)
      try Workload.run(number, on: database)
      acknowledged.append(disk.operations.count - skipped)
    }
    try database.close()
    return Recording(
      path: path, start: start, operations: Array(disk.operations[skipped...]), began: began,
      acknowledged: acknowledged)
  }

  @Test("a cut at any write loses nothing acknowledged and leaves one whole state")
  func survivesPowerCuts() throws {
    let expected = try Workload.expected(in: folder)
    let recording = try record()
    var random = SeededRandom(seed: 4)
    for round in 0..<Soak.rounds(120) {
      let at = Int.random(in: 0...recording.operations.count, using: &random)
      let cut = PowerCut(
        operations: recording.operations[..<at],
        luck: PowerCut.Luck.allCases[round % PowerCut.Luck.allCases.count])
      let path = folder.file("cut-\(round)")
      try Fixtures.put(recording.start, path)
      for suffix in ["", "-wal"] {
        try cut.rebuild(recording.path + suffix, at: path + suffix, random: &random)
      }
      let database = try Workload.open(path)
      try database.check()
      let state = try Workload.state(of: database)
      try database.close()
      try PrivateFile.remove(path)
      let least = recording.acknowledged.count { $0 <= at }
      let most = recording.began.count { $0 < at }
      #expect((least...max(least, most)).contains(state.count), "round \(round), cut at \(at)")
      #expect(
        expected.indices.contains(state.count) && state.hash == expected[state.count],
        "round \(round), cut at \(at)")
    }
  }

  @Test("a disk that fails at any call fails the write and nothing else", arguments: [false, true])
  func survivesFaults(goingOn: Bool) throws {
    let expected = try Workload.expected(in: folder)
    let disk = try FaultyDisk()
    for round in 0..<Soak.rounds(30) {
      let path = folder.file("fault-\(round)")
      let database = try Workload.open(path, vfs: disk.vfs)
      let fault = FaultyDisk.Fault.allCases[round % FaultyDisk.Fault.allCases.count]
      disk.fail(after: 1 + round * round * 2 % 2000, fault, goingOn: goingOn)
      var acknowledged = 0
      do {
        for number in 0..<Workload.transactions {
          try Workload.run(number, on: database)
          acknowledged = number + 1
        }
      } catch let failure as StoreFailure {
        #expect([.failed, .diskFull].contains(failure.reason), "\(failure)")
      }
      try? database.close()
      disk.heal()
      try? database.close()
      let again = try Workload.open(path)
      try again.check()
      let state = try Workload.state(of: again)
      try again.close()
      try PrivateFile.remove(path)
      #expect((acknowledged...(acknowledged + 1)).contains(state.count), "round \(round)")
      #expect(
        expected.indices.contains(state.count) && state.hash == expected[state.count],
        "round \(round)")
    }
  }
}
