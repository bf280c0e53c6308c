import Foundation
import Testing

/// Attacks on what goes up, on sticks that our own room wrote. What needs the room's key to be
/// built again is in `LabTests` and in the vectors.
@Suite struct ArchiveAttackTests {
  /// A world whose stick carries one archive with answers.
  private func answered() throws -> SmallWorld {
    let small = try SmallWorld()
    try small.world.room("a", "sync", small.world.stick)
    try small.answerAll()
    try small.world.room("a", "sync", small.world.stick)
    try small.keepStick(as: "true")
    return small
  }

  private func expectTheTrueStickStillWorks(_ small: SmallWorld) throws {
    try small.putBackStick("true")
    try small.world.lab("sync", small.world.stick)
    #expect(try small.exported().count == 3)
  }

  @Test func flippedByteInAnArchive() throws {
    let small = try answered()
    for file in try small.files(".age") where file.path.contains("/up/") {
      try small.change(file) { $0[$0.count / 2] ^= 1 }
    }
    try small.expectLabRefusal("note-digest")
    try expectTheTrueStickStillWorks(small)
  }

  @Test func flippedByteInANote() throws {
    let small = try answered()
    let file = try #require(try small.files(".note").last)
    try small.change(file) { $0[$0.count - 20] ^= 1 }
    try small.expectLabRefusal("note-signature", "note-form")
    try expectTheTrueStickStillWorks(small)
  }

  @Test func truncatedArchive() throws {
    let small = try answered()
    for file in try small.files(".age") where file.path.contains("/up/") {
      try small.change(file) { $0.removeLast(64) }
    }
    try small.expectLabRefusal("note-digest")
    try expectTheTrueStickStillWorks(small)
  }

  @Test func noteWithoutSignature() throws {
    let small = try answered()
    let file = try #require(try small.files(".note").last)
    try small.change(file) { data in
      let text = String(decoding: data, as: UTF8.self)
      let end = try #require(text.range(of: "\n\n"))
      data = Data((text[..<end.lowerBound] + "\n\n").utf8)
    }
    try small.expectLabRefusal("note-form", "note-signature")
    try expectTheTrueStickStillWorks(small)
  }

  @Test func tasksOfferedAsResults() throws {
    let small = try answered()
    let bundle = try #require(try small.files(".age").first { $0.path.contains("/down/") })
    for file in try small.files(".age") where file.path.contains("/up/") {
      try small.change(file) { $0 = try Data(contentsOf: bundle) }
    }
    try small.expectLabRefusal("note-digest")
    try expectTheTrueStickStillWorks(small)
  }

  @Test func replayedArchiveCountsOnce() throws {
    let small = try answered()
    try small.world.lab("sync", small.world.stick)
    try small.putBackStick("true")
    try small.world.lab("sync", small.world.stick)
    #expect(try small.exported().count == 3)
  }

  @Test func oldArchiveAfterANewerOneChangesNothing() throws {
    let small = try answered()
    try small.pack(3..<5)
    try small.world.room("a", "sync", small.world.stick)
    try small.answerAll()
    try small.world.room("a", "sync", small.world.stick)
    try small.world.lab("sync", small.world.stick)
    #expect(try small.exported().count == 5)
    try small.putBackStick("true")
    try small.world.lab("sync", small.world.stick)
    #expect(try small.exported().count == 5)
  }
}
