import Testing
import Vocabulary

@testable import TUF

/// Old metadata offered as if nothing had happened since: what expires at or before the floor of
/// time is refused, whatever a clock says.
@Suite struct FreezeTests {
  private static let past = TestLab.start / 1_000

  private static func expires(_ seconds: Int64) -> TestLab.Bend {
    { $0.setting("expires", to: .string(MetadataTime.text(seconds) ?? "")) }
  }

  @Test(arguments: [Role.targets, .snapshot, .timestamp])
  func eachDocumentThatExpiresAtTheFloor(_ role: Role) throws {
    let lab = try TestLab()
    let bend = Self.expires(Self.past)
    func release(issued: Int64) throws -> MemoryMetadata {
      var stick = lab.stick()
      stick.add(
        try lab.bent(
          1, issued: issued, targetsDocument: role == .targets ? bend : { $0 },
          snapshotDocument: role == .snapshot ? bend : { $0 },
          timestampDocument: role == .timestamp ? bend : { $0 }))
      return stick
    }
    #expect(throws: Refusal(.tufExpired, "")) {
      try Room.taken(try release(issued: TestLab.start), lab.trust(), lab)
    }
    let before = try Room.taken(try release(issued: TestLab.start - 1), lab.trust(), lab)
    #expect(before.floor == TestLab.start - 1)
  }

  @Test func theLastRootAndNotThoseOnTheWay() throws {
    var lab = try TestLab()
    lab.draft.expires = TestLab.start
    try lab.rotate { _ in }
    try lab.rotate { $0.expires = TestLab.start + TestLab.day }
    var stick = lab.stick()
    stick.add(try lab.release(1))
    #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 3)
    stick.files["3.root.json"] = nil
    #expect(throws: Refusal(.tufExpired, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func theStoredFloorHoldsWhereTheStickKnowsLess() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1, issued: TestLab.start, expires: TestLab.start + 1_000))
    let fresh = try lab.trust()
    let later = TrustState(
      root: fresh.root, timestamp: nil, snapshot: nil, targets: nil, floor: TestLab.start + 1_000)
    #expect(throws: Refusal(.tufExpired, "")) { try Room.taken(stick, later, lab) }
    #expect(try Room.taken(stick, fresh, lab).floor == TestLab.start)
  }

  @Test func anUnverifiedTimestampMovesNoFloor() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1))
    let forged = try lab.bent(1, issued: TestLab.start + 9_999 * TestLab.day, signTimestamp: [])
    stick.files["1.timestamp.json"] = forged[2].bytes
    #expect(try Room.taken(stick, lab.trust(), lab).floor == TestLab.start + 1)
  }

  @Test func nothingNewLeavesTheTrustedStateAsItIs() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1))
    let state = try Room.taken(stick, lab.trust(), lab)
    for _ in 0..<3 {
      #expect(
        try ChannelUpdater.update(state, from: stick, binding: lab.binding)
          == .same(state, targets: []))
    }
  }
}
