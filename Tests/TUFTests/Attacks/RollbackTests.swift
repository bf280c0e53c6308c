import Testing
import Vocabulary

@testable import TUF

/// Newer metadata that leads back to older.
@Suite struct RollbackTests {
  private func room(at version: Int64) throws -> (TestLab, MemoryMetadata, TrustState) {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(version, targets: [.some()]))
    return (lab, stick, try Room.taken(stick, lab.trust(), lab))
  }

  @Test func timestampThatLeadsToAnOlderSnapshot() throws {
    var (lab, stick, state) = try room(at: 3)
    stick.add(
      try lab.bent(
        4, timestampDocument: { $0.setting("meta", "snapshot.json", "version", to: .integer(2)) }))
    #expect(throws: Refusal(.tufRollback, "")) { try Room.taken(stick, state, lab) }
  }

  @Test func snapshotThatLeadsToOlderTargets() throws {
    var (lab, stick, state) = try room(at: 3)
    stick.add(
      try lab.bent(
        4, snapshotDocument: { $0.setting("meta", "targets.json", "version", to: .integer(2)) }))
    #expect(throws: Refusal(.tufRollback, "")) { try Room.taken(stick, state, lab) }
  }

  @Test func timestampIssuedBeforeTheOlderOne() throws {
    var (lab, stick, state) = try room(at: 3)
    stick.add(try lab.release(4, issued: TestLab.start - 1))
    #expect(throws: Refusal(.tufRollback, "")) { try Room.taken(stick, state, lab) }
  }

  @Test func timestampIssuedBeforeAnOlderOneThatOnlyTheStickShows() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1, issued: TestLab.start + 5))
    stick.add(try lab.release(2, issued: TestLab.start + 4))
    #expect(throws: Refusal(.tufRollback, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func theSameMomentForTwoVersionsIsNoRollback() throws {
    var (lab, stick, state) = try room(at: 3)
    stick.add(try lab.release(4, issued: TestLab.start + 3))
    #expect(try Room.taken(stick, state, lab).summary().timestamp == 4)
  }

  @Test func rootOfAnOlderVersionUnderTheNextName() throws {
    var (lab, stick, state) = try room(at: 1)
    stick.files["2.root.json"] = lab.rootFiles[0]
    stick.add(try lab.release(2))
    #expect(throws: Refusal(.tufVersion, "")) { try Room.taken(stick, state, lab) }
  }
}
