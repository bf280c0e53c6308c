import Foundation
import Testing

/// Real sticks that are full or write-protected: a small tmpfs in a mount namespace of its own,
/// since root ignores file modes.
@Suite(.enabled(if: MountNamespace.canMount)) struct SmallStickTests {
  private let small: SmallWorld

  init() throws { small = try SmallWorld() }

  /// Runs a program on a copy of the stick that has `spare` KiB left, or can't be written to at all.
  private func onSmallStick(
    _ program: String, _ arguments: [String], as party: String, spare: Int, readOnly: Bool = false
  ) throws -> Outcome {
    let mount = small.world.path("small")
    try FileManager.default.createDirectory(
      atPath: mount, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: small.world.stick, withIntermediateDirectories: true)
    let script = """
      set -e; stick=$1; mount=$2; shift 2
      used=$(du -sk "$stick" | cut -f1)
      mount -t tmpfs -o size=$((used + \(spare)))k tmpfs "$mount"
      cp -r "$stick/." "$mount"
      \(readOnly ? "mount -o remount,ro \"$mount\"" : ":")
      exec "$@"
      """
    return try Program.run(
      "unshare",
      [
        "-rm", "sh", "-c", script, "sh", small.world.stick, mount,
        Program.products.appending(path: program).path,
      ] + arguments + [
        "--passphrase-file", try small.world.passphrase(party), "--json",
      ])
  }

  private func expectOneLine(
    _ outcome: Outcome, _ word: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 1, "\(outcome.errors)", sourceLocation: location)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].contains(word), "\(lines)", sourceLocation: location)
    #expect(outcome.text.isEmpty, "nothing is claimed to be done", sourceLocation: location)
  }

  private static let cases = [(false, "full"), (true, "only be read")]

  @Test(arguments: cases) func syncOfTheRoom(readOnly: Bool, word: String) throws {
    try small.world.room("a", "sync", small.world.stick)
    let answered = try small.answerAll()
    let before = try small.world.room("a", "status").object()
    let sync = ["--home", small.world.path("a"), "sync", small.world.path("small")]
    for _ in 0..<2 {
      let outcome = try onSmallStick(
        "airlock-room", sync, as: "custodian-a", spare: 8, readOnly: readOnly)
      expectOneLine(outcome, word)
    }
    // One archive is sealed and waits, however often it was tried.
    let after = try small.world.room("a", "status").object()
    #expect(try number("leaves", after) == number("leaves", before) + 1)
    #expect(try number("tasks", after) == number("tasks", before))
    try small.world.room("a", "sync", small.world.stick)
    try small.world.lab("sync", small.world.stick)
    #expect(try small.exported().count == answered)
  }

  @Test(arguments: cases) func syncOfTheLab(readOnly: Bool, word: String) throws {
    try small.world.room("a", "sync", small.world.stick)
    let answered = try small.answerAll()
    try small.world.room("a", "sync", small.world.stick)
    // What the lab holds makes room on a full stick, so it gets that by another one.
    try small.keepStick(as: "other")
    try small.world.lab("sync", small.world.path("other"))
    try FileManager.default.removeItem(atPath: small.world.stick + "/airlock/up")
    let outcome = try onSmallStick(
      "airlock-lab", ["--home", small.world.path("lab"), "sync", small.world.path("small")],
      as: "lab", spare: 8, readOnly: readOnly)
    expectOneLine(outcome, word)
    #expect(try small.exported().count == answered)
    try small.world.lab("sync", small.world.stick)
    try small.world.room("a", "sync", small.world.stick)
    let status = try small.world.room("a", "status").object()
    #expect(try number("unacknowledged", status) == 1, "the newest alone waits for its receipt")
  }

  @Test(arguments: cases) func pack(readOnly: Bool, word: String) throws {
    let before = try small.world.lab("status", small.project).text
    try small.world.write(
      #"{"id":"new","question":"q","one":"1","two":"2"}"# + "\n", to: "new.jsonl")
    let outcome = try onSmallStick(
      "airlock-lab",
      [
        "--home", small.world.path("lab"), "pack", small.project, "--tasks",
        small.world.path("new.jsonl"), "--exchange", small.world.path("small"),
      ], as: "lab", spare: 8, readOnly: readOnly)
    expectOneLine(outcome, word)
    #expect(try small.world.lab("status", small.project).text == before, "nothing is packed")
    try small.world.lab(
      "pack", small.project, "--tasks", small.world.path("new.jsonl"), "--exchange",
      small.world.stick)
    try small.world.room("a", "sync", small.world.stick)
    #expect(try small.tasks() == 4)
  }

  private func number(_ name: String, _ status: [String: Any]) throws -> Int {
    let projects = try #require(status["projects"] as? [[String: Any]])
    return try #require(projects.first?[name] as? Int)
  }
}

/// Whether this account may mount something for itself alone.
enum MountNamespace {
  static let canMount: Bool = {
    let script = "mount -t tmpfs -o size=64k tmpfs \"$1\""
    let folder = FileManager.default.temporaryDirectory
    let outcome = try? Program.run("unshare", ["-rm", "sh", "-c", script, "sh", folder.path])
    if outcome?.status == 0 { return true }
    print("skipped: full and read-only sticks need `unshare -rm` and a tmpfs in it")
    return false
  }()
}
