import Foundation
import Testing

/// Attacks on what goes down, on sticks that our own lab wrote: refused, nothing but the log
/// changed, one line for a person; the true stick is taken in afterwards.
@Suite struct BundleAttackTests {
  @Test(arguments: [
    ("1.timestamp.json", ""), ("1.snapshot.json", "tuf-"),
    ("1.targets.json", "tuf-"), (".age", "target-hash"),
  ])
  func flippedByte(_ suffix: String, _ reason: String) throws {
    let small = try SmallWorld()
    try small.keepStick(as: "true")
    for file in try small.files(suffix) {
      try small.change(file) { $0[$0.count / 2] ^= 1 }
    }
    if suffix == "1.timestamp.json" {
      // timestamp.json is the same document under its other name, so both are changed.
      for file in try small.files("/timestamp.json") {
        try small.change(file) { $0[$0.count / 2] ^= 1 }
      }
    }
    let outcome = try small.world.room("a", "sync", small.world.stick, status: 1)
    #expect(outcome.text.contains("\"code\":\"\(reason)") || outcome.text.contains("json-"))
    #expect(try small.tasks() == 0)
    try small.putBackStick("true")
    try small.world.room("a", "sync", small.world.stick)
    #expect(try small.tasks() == 3)
  }

  /// The room's own root counts, not the copy on the stick: a damaged copy does no harm.
  @Test func flippedByteInTheRootThatIsTrustedAlready() throws {
    let small = try SmallWorld()
    for file in try small.files("1.root.json") {
      try small.change(file) { $0[$0.count / 2] ^= 1 }
    }
    try small.world.room("a", "sync", small.world.stick)
    #expect(try small.tasks() == 3)
  }

  @Test func truncatedBundle() throws {
    let small = try SmallWorld()
    let file = try #require(try small.files(".age").first)
    try small.change(file) { $0.removeLast(100) }
    try small.expectRoomRefusal("target-hash", "target-length")
  }

  @Test func unsignedTimestamp() throws {
    let small = try SmallWorld()
    for file in try small.files("timestamp.json") {
      try small.change(file) {
        var object = try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
        object["signatures"] = [Any]()
        $0 = try JSONSerialization.data(withJSONObject: object)
      }
    }
    try small.expectRoomRefusal("tuf-signature")
  }

  @Test func rootBelowThreshold() throws {
    let world = try World()
    try world.lab("init", "--name", "Lab")
    let folder = try world.project(
      "two", fields: #"{"name":"a","type":"text","from":"/a"}"#,
      questions: #"{"name":"b","type":"text"}"#)
    let project = try world.lab("project", "add", folder, "--root-threshold", "2")
      .string("project")
    try world.lab("trust", project, "-o", world.path("lab.trust"))
    let file = world.folder.appending(path: "lab.trust")
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let signatures = try #require(object["signatures"] as? [Any])
    #expect(signatures.count == 2)
    object["signatures"] = [try #require(signatures.first)]
    try JSONSerialization.data(withJSONObject: object).write(to: file)
    try world.room("a", "init", "--name", "A")
    let sum = try Program.run("sha256sum", [file.path]).text.prefix(64)
    let outcome = try world.room(
      "a", "trust", file.path, "--fingerprint", String(sum), status: 1)
    #expect(outcome.errors.contains("tuf-signature"))
  }

  @Test func wrongFingerprintIsNotTrusted() throws {
    let small = try SmallWorld()
    try small.world.room("b", "init", "--name", "B")
    try small.world.room(
      "b", "trust", small.world.path("lab.trust"), "--fingerprint",
      String(repeating: "0", count: 64), status: 1)
  }

  @Test func bundleForAnotherRoom() throws {
    let small = try SmallWorld()
    try small.world.makeRoom("b", project: small.project, contractor: "bob")
    // The stick holds room a's channel only: there is nothing for b, and nothing is changed.
    let outcome = try small.world.room("b", "sync", small.world.stick)
    #expect(try outcome.object()["foreign"] as? Int == 1)
    #expect(try #require(try outcome.object()["channels"] as? [Any]).isEmpty)
  }

  @Test func channelFolderRenamed() throws {
    let small = try SmallWorld()
    try small.world.makeRoom("b", project: small.project, contractor: "bob")
    let down = URL(filePath: small.world.stick).appending(path: "airlock/down")
    let first = try #require(
      try FileManager.default.contentsOfDirectory(atPath: down.path).first)
    try FileManager.default.removeItem(atPath: small.world.stick)
    try small.pack(10..<13)
    let all = try FileManager.default.contentsOfDirectory(atPath: down.path)
    let other = try #require(all.first { $0 != first })
    // Room a's folder under b's name.
    try FileManager.default.removeItem(at: down.appending(path: other))
    try FileManager.default.moveItem(
      at: down.appending(path: first), to: down.appending(path: other))
    let outcome = try small.world.room("b", "sync", small.world.stick, status: 1)
    #expect(outcome.text.contains("x-airlock-channel"))
  }

  @Test func resultsOfferedAsTasks() throws {
    let small = try SmallWorld()
    try small.world.room("a", "sync", small.world.stick)
    try small.answerAll()
    try small.world.room("a", "sync", small.world.stick)
    try small.pack(3..<5)
    let archive = try #require(try small.files(".age").first { $0.path.contains("/up/") })
    for file in try small.files(".age") where file.path.contains("/down/") {
      try small.change(file) { $0 = try Data(contentsOf: archive) }
    }
    let outcome = try small.world.room("a", "sync", small.world.stick, status: 1)
    #expect(outcome.text.contains("target-hash"))
    #expect(try small.tasks() == 3)
  }

  @Test func replayedAndOldSticksChangeNothing() throws {
    let small = try SmallWorld()
    try small.keepStick(as: "old")
    try small.world.room("a", "sync", small.world.stick)
    try small.world.room("a", "sync", small.world.stick)
    #expect(try small.tasks() == 3)
    try small.pack(3..<5)
    try small.world.room("a", "sync", small.world.stick)
    #expect(try small.tasks() == 5)
    try small.putBackStick("old")
    let outcome = try small.world.room("a", "sync", small.world.stick)
    #expect(outcome.text.contains("\"older\":true"))
    #expect(try small.tasks() == 5)
  }

  @Test func withheldBundleLeavesAGap() throws {
    let small = try SmallWorld()
    let first = Set(try small.files(".age").map(\.lastPathComponent))
    try small.pack(3..<5)
    for file in try small.files(".age") where first.contains(file.lastPathComponent) {
      try FileManager.default.removeItem(at: file)
    }
    let outcome = try small.world.room("a", "sync", small.world.stick, status: 1)
    #expect(outcome.text.contains("target-missing"))
    #expect(try small.tasks() == 0)
  }
}
