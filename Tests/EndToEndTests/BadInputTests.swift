import Foundation
import Testing

/// Wrong input gets one clear line that says what, where and what to do; nothing is changed.
@Suite struct BadInputTests {
  /// Runs a pack that must fail with 65, and gives its one line.
  private func refusedPack(_ small: SmallWorld, _ file: String) throws -> String {
    try FileManager.default.removeItem(atPath: small.world.stick)
    let outcome = try small.world.lab(
      "pack", small.project, "--tasks", small.world.path(file), "--exchange", small.world.stick,
      status: 65)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1, "\(outcome.errors)")
    #expect(try small.files("").allSatisfy(\.hasDirectoryPath), "something was written")
    return String(lines.first ?? "")
  }

  private func record(_ id: Int) -> String {
    #"{"id":\#(id),"question":"q","one":"1","two":"2"}"# + "\n"
  }

  @Test func missingFieldAtLine40001() throws {
    let small = try SmallWorld()
    let good = (100..<40_100).map(record).joined()
    try small.world.write(good + #"{"id":99,"one":"1","two":"2"}"# + "\n", to: "bad.jsonl")
    let line = try refusedPack(small, "bad.jsonl")
    #expect(line.contains("bad.jsonl:40001") && line.contains("question"), "\(line)")
  }

  @Test(arguments: [
    ("empty", ""), ("bom", "\u{feff}{\"id\":7,\"question\":\"q\",\"one\":\"1\",\"two\":\"2\"}\n"),
    ("crlf", "{\"id\":7,\"question\":\"q\",\"one\":\"1\",\"two\":\"2\"}\r\n"),
    ("text", "hello\n"), ("array", "[1]\n"), ("twice", "{\"id\":7,\"id\":8}\n"),
  ])
  func filesThatAreNoTasks(_ name: String, _ text: String) throws {
    let small = try SmallWorld()
    try small.world.write(text, to: "\(name).jsonl")
    let line = try refusedPack(small, "\(name).jsonl")
    #expect(line.contains("\(name).jsonl"), "\(line)")
  }

  @Test func utf16() throws {
    let small = try SmallWorld()
    let data = try #require(record(7).data(using: .utf16))
    try data.write(to: small.world.folder.appending(path: "wide.jsonl"))
    let line = try refusedPack(small, "wide.jsonl")
    #expect(line.contains("UTF-"), "\(line)")
  }

  @Test func aFolderGivenForAFile() throws {
    let small = try SmallWorld()
    let line = try refusedPack(small, "heron")
    #expect(line.contains("heron"), "\(line)")
  }

  @Test func theSameIdTwiceInOneRun() throws {
    let small = try SmallWorld()
    try small.world.write(record(70) + record(71) + record(70), to: "twice.jsonl")
    let line = try refusedPack(small, "twice.jsonl")
    #expect(line.contains("twice.jsonl:3"), "\(line)")
  }

  @Test func aCardPastedTwice() throws {
    let small = try SmallWorld()
    let world = small.world
    let card = try String(contentsOfFile: world.path("a.card"), encoding: .utf8)
    try world.write(card + card, to: "double.card")
    let outcome = try world.lab(
      "room", "enroll", world.path("double.card"), "--project", small.project, "--fingerprint",
      String(repeating: "0", count: 64), status: 65)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func answersThatDontFit() throws {
    let small = try SmallWorld()
    let world = small.world
    try world.room("a", "sync", world.stick)
    let tasks = try world.tasks("a", project: small.project, as: "ann")
    let first = try #require(tasks.first?["task"] as? String)
    let second = try #require(tasks.last?["task"] as? String)
    let good = #"{"task":"\#(first)","answers":{"better":{"winner":"k1"}}}"# + "\n"
    for bad in [
      #"{"task":"\#(second)","answers":{"better":{"winner":"k9"}}}"#,
      #"{"task":"\#(second)","answers":{}}"#, #"{"task":"\#(second)"}"#, "nonsense",
      #"{"task":"\#(String(repeating: "0", count: 64))","answers":{"better":{"winner":"k1"}}}"#,
    ] {
      try world.write(good + bad + "\n", to: "answers.jsonl")
      let outcome = try world.room(
        "a", ["annotate", small.project, "--as", "ann", "--answers", world.path("answers.jsonl")],
        as: "ann", status: 65)
      #expect(outcome.errors.contains("answers.jsonl:2"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    // All or nothing: the good line before the bad one didn't count either.
    let states = try world.tasks("a", project: small.project, as: "ann")
      .compactMap { $0["state"] as? String }
    #expect(states.allSatisfy { $0 == "new" })
  }

  @Test func aStickOfAnotherLabChangesNothing() throws {
    let small = try SmallWorld()
    let other = try SmallWorld()
    let outcome = try small.world.room("a", "sync", other.world.stick)
    #expect(try outcome.object()["foreign"] as? Int == 1)
    #expect(try small.tasks() == 0)
  }

  @Test func wrongUsage() throws {
    let world = try World()
    for arguments in [["nonsense"], ["sync", "one", "two"], ["grant", "ann", "not-an-id"]] {
      let outcome = try Program.run(
        "airlock-room", ["--home", world.path("r")] + arguments)
      #expect(outcome.status == 64, "\(arguments): \(outcome.status) \(outcome.errors)")
    }
    #expect(try Program.run("airlock-lab", ["--home", world.path("l"), "nonsense"]).status == 64)
  }

  @Test func aHomeThatIsNone() throws {
    let world = try World()
    try world.room("nowhere", "status", status: 1)
    try world.lab("status", status: 1)
  }
}
