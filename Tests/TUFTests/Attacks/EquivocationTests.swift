import Testing
import Vocabulary

@testable import TUF

/// One version with two contents, both signed: two stories told to two rooms, or to one.
@Suite struct EquivocationTests {
  @Test func secondTimestampOfTheTrustedVersion() throws {
    let lab = try TestLab()
    var (first, second) = (lab.stick(), lab.stick())
    first.add(try lab.release(2, issued: TestLab.start))
    second.add(try lab.release(2, issued: TestLab.start + 1))
    let state = try Room.taken(first, lab.trust(), lab)
    #expect(throws: Refusal(.tufEquivocation, "")) { try Room.taken(second, state, lab) }
  }

  @Test func secondTimestampOfTheTrustedVersionBesideANewerOne() throws {
    let lab = try TestLab()
    var (first, second) = (lab.stick(), lab.stick())
    first.add(try lab.release(2, issued: TestLab.start))
    second.add(try lab.release(2, issued: TestLab.start + 1))
    second.add(try lab.release(3))
    let state = try Room.taken(first, lab.trust(), lab)
    #expect(throws: Refusal(.tufEquivocation, "")) { try Room.taken(second, state, lab) }
  }

  @Test func twoTimestampsOfOneVersionOnOneStick() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(2, issued: TestLab.start))
    let other = try lab.release(2, issued: TestLab.start + 1)
    stick.files["timestamp.json"] = other[3].bytes
    #expect(throws: Refusal(.tufEquivocation, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func snapshotOfTheTrustedVersionWithOtherContent() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(2))
    let state = try Room.taken(stick, lab.trust(), lab)
    stick.add(
      try lab.bent(
        3, timestampDocument: { $0.setting("meta", "snapshot.json", "version", to: .integer(2)) }))
    #expect(throws: Refusal(.tufEquivocation, "")) { try Room.taken(stick, state, lab) }
  }

  @Test func targetsOfTheTrustedVersionWithOtherContent() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(2))
    let state = try Room.taken(stick, lab.trust(), lab)
    stick.add(
      try lab.bent(
        3, snapshotDocument: { $0.setting("meta", "targets.json", "version", to: .integer(2)) }))
    #expect(throws: Refusal(.tufEquivocation, "")) { try Room.taken(stick, state, lab) }
  }

  @Test func secondRootOfTheTrustedVersion() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1))
    var draft = lab.draft
    draft.expires += TestLab.day
    stick.files["1.root.json"] = try RepositoryWriter.makeRoot(draft, signedBy: lab.roots)
    #expect(throws: Refusal(.tufEquivocation, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func moreSignaturesOrAnotherLayoutAreTheSameContent() throws {
    let lab = try TestLab()
    let file = try RepositoryWriter.makeRoot(lab.draft, signedBy: [lab.roots[0]])
    var stick = lab.stick()
    stick.files["1.root.json"] = file
    stick.add(try lab.release(1))
    let state = try Room.taken(stick, lab.trust(), lab)
    let timestamp = try #require(stick.files["timestamp.json"])
    stick.files["timestamp.json"] = [0x20, 0x0A] + timestamp
    guard case .same = try ChannelUpdater.update(state, from: stick, binding: lab.binding) else {
      throw Refusal("test", "not the same")
    }
  }
}
