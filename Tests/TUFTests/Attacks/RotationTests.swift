import Cryptography
import Testing
import Vocabulary

@testable import TUF

/// Roots that follow each other, keys that are replaced, and what that frees a room from.
@Suite struct RotationTests {
  @Test func aRoomFollowsManyRoots() throws {
    var lab = try TestLab()
    for _ in 0..<5 { try lab.replaceTimestampKey() }
    var stick = lab.stick()
    stick.add(try lab.release(1))
    #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 6)
  }

  @Test func rootBeyondAGap() throws {
    var lab = try TestLab()
    for _ in 0..<2 { try lab.rotate { _ in } }
    var stick = lab.stick()
    stick.files["2.root.json"] = nil
    stick.add(try lab.release(1))
    #expect(throws: Refusal(.tufRootGap, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func moreRootsThanOneSyncWalks() throws {
    var lab = try TestLab()
    for _ in 0..<Limits.rootsPerSync { try lab.rotate { _ in } }
    var stick = lab.stick()
    stick.add(try lab.release(1))
    #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 1_025)
    try lab.rotate { _ in }
    stick.files["1026.root.json"] = lab.rootFiles.last
    #expect(throws: Refusal(.tufLimit, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func aRevokedTimestampKeySignsNothingMore() throws {
    var lab = try TestLab()
    let old = lab
    try lab.replaceTimestampKey()
    var stick = lab.stick()
    stick.add(try old.bent(9))
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func whatTheOldKeySignedMayLieBesideTheNew() throws {
    var lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1))
    let state = try Room.taken(stick, lab.trust(), lab)
    try lab.replaceTimestampKey()
    stick.files["2.root.json"] = lab.rootFiles[1]
    stick.add(try lab.release(2))
    #expect(try Room.taken(stick, state, lab).summary().timestamp == 2)
  }

  @Test func signingWithOldAndNewKeyLetsRoomsCrossWithEitherRoot() throws {
    var lab = try TestLab()
    let old = lab.timestamp
    try lab.replaceTimestampKey()
    lab.timestamp += old
    var stick = lab.stick()
    stick.add(try lab.release(2))
    #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 2)
    stick.files["2.root.json"] = nil
    #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 1)
  }

  @Test func aNewRootAloneKeepsWhatIsTrusted() throws {
    var lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1, targets: [.some()]))
    let state = try Room.taken(stick, lab.trust(), lab)
    try lab.rotate { $0.seal.append(AgeIdentity.generate().recipient) }
    stick.files["2.root.json"] = lab.rootFiles[1]
    let update = try ChannelUpdater.update(state, from: stick, binding: lab.binding)
    guard case .same(let newer, let targets) = update else { throw Refusal("test", "not same") }
    #expect(try newer.summary().root.seal.count == 2)
    #expect(try targets == state.targetFiles() && newer.timestamp == state.timestamp)
  }

  @Test func targetsOfARevokedKeyAreTrustedNoLonger() throws {
    var lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1, targets: [.some()]))
    let state = try Room.taken(stick, lab.trust(), lab)
    try lab.rotate { $0.targets = .init([SigningKey.generate().verifyingKey]) }
    stick.files["2.root.json"] = lab.rootFiles[1]
    #expect(throws: Refusal(.tufSignature, "")) {
      try ChannelUpdater.update(state, from: stick, binding: lab.binding)
    }
  }

  @Test func rootWithoutAResultRecipient() throws {
    let lab = try TestLab()
    for seal in [[], ["age1nobody"], [""]] as [[String]] {
      let signed = try lab.draft.signed().setting(
        "x-airlock", "seal", to: .array(seal.map { .string($0) }))
      #expect(throws: Refusal(.binding, "")) {
        try RootDocument(trusting: TestLab.file(signed, lab.roots))
      }
    }
  }
}
