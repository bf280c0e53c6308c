import Cryptography
import Testing
import Vocabulary

@testable import TUF

/// A stolen key runs versions and times as far ahead as they go, so that nothing honest is ever
/// newer; new keys free the room (TUF 1.0, section 5.3.11).
@Suite struct FastForwardTests {
  private func poisoned() throws -> (TestLab, TrustState) {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(
      try lab.release(
        Limits.maxInteger, issued: TestLab.start + 70 * 365 * TestLab.day,
        expires: TestLab.start + 80 * 365 * TestLab.day))
    var free = lab
    free.draft.expires = TestLab.start + 90 * 365 * TestLab.day
    let root = try RepositoryWriter.makeRoot(free.draft, signedBy: free.roots)
    stick.files = stick.files.filter { !$0.key.hasSuffix("root.json") }
    return (lab, try Room.taken(stick, try TrustState(trusting: root), lab))
  }

  @Test func withoutNewKeysNothingIsEverNewer() throws {
    let (lab, state) = try poisoned()
    var stick = MemoryMetadata()
    stick.add(try lab.release(2))
    #expect(try ChannelUpdater.update(state, from: stick, binding: lab.binding) == .older)
  }

  @Test func aNewTimestampKeyResetsVersionsAndFloor() throws {
    var (lab, state) = try poisoned()
    try lab.replaceTimestampKey()
    var stick = MemoryMetadata()
    stick.files["2.root.json"] = lab.rootFiles[1]
    stick.add(try lab.release(2))
    let freed = try Room.taken(stick, state, lab)
    #expect(freed.floor == TestLab.start + 2)
    #expect(try freed.summary().timestamp == 2)
  }

  @Test func aNewSnapshotKeyResetsVersionsButNotTheFloor() throws {
    var (lab, state) = try poisoned()
    lab.snapshot = [SigningKey.generate()]
    let keys = lab.snapshot.map(\.verifyingKey)
    try lab.rotate {
      $0.snapshot = .init(keys)
      $0.expires = TestLab.start + 90 * 365 * TestLab.day
    }
    var stick = MemoryMetadata()
    stick.files["2.root.json"] = lab.rootFiles[1]
    stick.add(
      try lab.release(
        2, issued: TestLab.start, expires: TestLab.start + 71 * 365 * TestLab.day))
    #expect(try Room.taken(stick, state, lab).floor == state.floor)
    stick.add(try lab.release(3))
    #expect(throws: Refusal(.tufExpired, "")) { try Room.taken(stick, state, lab) }
  }

  @Test func aTimestampKeyMoreFreesNothing() throws {
    var (lab, state) = try poisoned()
    let keys = (lab.timestamp + [SigningKey.generate()]).map(\.verifyingKey)
    try lab.rotate {
      $0.timestamp = .init(keys)
      $0.expires = TestLab.start + 90 * 365 * TestLab.day
    }
    var stick = MemoryMetadata()
    stick.files["2.root.json"] = lab.rootFiles[1]
    stick.add(try lab.release(2))
    #expect(try ChannelUpdater.update(state, from: stick, binding: lab.binding) == .older)
  }

  @Test func oneLabsFloorLeavesAnotherUntouched() throws {
    _ = try poisoned()
    let other = try TestLab()
    var stick = other.stick()
    stick.add(try other.release(1))
    #expect(try Room.taken(stick, other.trust(), other).floor == TestLab.start + 1)
  }

  @Test func aVersionBeyondTheLargestInteger() throws {
    let lab = try TestLab()
    for digits in ["9007199254740992", "18446744073709551615", "0", "-1", "1.0"] {
      var stick = lab.stick()
      stick.add(
        try lab.bent(
          1, timestampDocument: { $0.setting("version", to: .integer(digits: digits)) }))
      let refusal = #expect(throws: Refusal.self) { try Room.taken(stick, lab.trust(), lab) }
      #expect(refusal?.code == (digits == "1.0" ? .tufForm : "json-integer"))
    }
  }
}
