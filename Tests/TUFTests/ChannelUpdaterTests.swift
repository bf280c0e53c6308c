import Cryptography
import Testing
import Vocabulary

@testable import TUF

@Suite struct ChannelUpdaterTests {
  @Test func firstUpdateGivesTargetsAndState() throws {
    let lab = try TestLab()
    let file = try TargetFile.some()
    let echo = ID(unchecked: SystemRandom.bytes(16))
    var stick = lab.stick()
    stick.add(try lab.release(1, issued: TestLab.start, echo: echo, targets: [file]))
    let update = try ChannelUpdater.update(lab.trust(), from: stick, binding: lab.binding)
    guard case .newer(let state, let targets, let issued, let found) = update else {
      throw Refusal("test", "not newer")
    }
    #expect(targets == [file])
    #expect(issued == TestLab.start && found == echo)
    #expect(state.floor == TestLab.start)
    #expect(try state.targetFiles() == [file])
    let summary = try state.summary()
    #expect(summary.timestamp == 1 && summary.targets == 1 && summary.issued == issued)
    #expect(summary.metadata == SHA256.hash(try #require(stick.files["timestamp.json"])))
  }

  @Test func theSameStickTwiceIsTheSame() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1, targets: [.some(), .some()]))
    let state = try Room.taken(stick, lab.trust(), lab)
    let again = try ChannelUpdater.update(state, from: stick, binding: lab.binding)
    #expect(again == .same(state, targets: try state.targetFiles()))
  }

  @Test func whatIsKnownAlreadyIsReadFromTheStoreAndNotFromTheStick() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1, targets: [.some()]))
    let state = try Room.taken(stick, lab.trust(), lab)
    stick.files["1.snapshot.json"] = nil
    stick.files["1.targets.json"] = Array("{}".utf8)
    let again = try ChannelUpdater.update(state, from: stick, binding: lab.binding)
    #expect(again == .same(state, targets: try state.targetFiles()))
  }

  @Test func anOlderStickAfterANewerChangesNothing() throws {
    let lab = try TestLab()
    var (old, new) = (lab.stick(), lab.stick())
    old.add(try lab.release(1))
    new.add(try lab.release(2, targets: [.some()]))
    let state = try Room.taken(new, lab.trust(), lab)
    #expect(try ChannelUpdater.update(state, from: old, binding: lab.binding) == .older)
  }

  @Test func versionsMayBeSkipped() throws {
    let lab = try TestLab()
    var (first, later) = (lab.stick(), lab.stick())
    first.add(try lab.release(1))
    later.add(try lab.release(7))
    let state = try Room.taken(first, lab.trust(), lab)
    #expect(try Room.taken(later, state, lab).summary().timestamp == 7)
  }

  @Test func allDocumentsMayHaveMembersOfLaterVersions() throws {
    let lab = try TestLab()
    let bend: TestLab.Bend = {
      $0.setting("later", to: .array([.null])).setting("x-airlock", "later", to: .integer(-3))
    }
    var stick = lab.stick()
    stick.add(
      try lab.bent(
        1, targetsDocument: bend, snapshotDocument: bend, timestampDocument: bend))
    #expect(try Room.taken(stick, lab.trust(), lab).summary().timestamp == 1)
  }

  @Test func anEmptyFolderHasNoTimestamp() throws {
    let lab = try TestLab()
    #expect(throws: Refusal(.tufUnfinished, "")) { try Room.taken(lab.stick(), lab.trust(), lab) }
  }
}

/// Takes in sticks.
enum Room {
  /// The state after a stick whose metadata must be newer.
  static func taken(
    _ stick: MemoryMetadata, _ state: TrustState, _ lab: TestLab
  ) throws -> TrustState {
    switch try ChannelUpdater.update(state, from: stick, binding: lab.binding) {
    case .newer(let state, _, _, _): state
    default: throw Refusal("test", "not newer")
    }
  }
}
