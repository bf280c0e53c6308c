import Foundation
import Testing

/// Sticks that nobody names: the programs look for them among what is mounted.
///
/// In a mount namespace of its own a tmpfs stands for each stick, and over `/sys/dev/block` lies a
/// folder in which those are removable drives; the programs are the real ones.
@Suite(.enabled(if: MountNamespace.canMount)) struct FoundStickTests {
  private let small: SmallWorld

  init() throws { small = try SmallWorld() }

  /// Runs a program while the named sticks are mounted, each with what the world's stick holds.
  private func run(
    _ program: String, _ arguments: [String], as party: String, sticks: [String],
    options: String = "rw", json: Bool = true
  ) throws -> Outcome {
    let folders = sticks.map { small.world.path("media/\($0)") }
    for folder in folders {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createDirectory(
      atPath: small.world.stick, withIntermediateDirectories: true)
    let script = """
      set -e; stick=$1; count=$2; shift 2
      mount -t tmpfs none /sys/dev/block
      first=
      for number in $(seq "$count"); do
        mount -t tmpfs -o size=8m tmpfs "$1"
        cp -r "$stick/." "$1"
        mount -o "remount,$OPTIONS" "$1"
        device=$(mountpoint -d "$1")
        mkdir "/sys/dev/block/$device"
        echo 1 >"/sys/dev/block/$device/removable"
        first=${first:-$1}; shift
      done
      "$@"; status=$?
      [ -z "$first" ] || cp -r "$first/." "$stick"
      exit $status
      """
    return try Program.run(
      "unshare",
      ["-rm", "env", "OPTIONS=\(options)", "sh", "-c", script, "sh", small.world.stick]
        + ["\(folders.count)"] + folders
        + [Program.products.appending(path: program).path]
        + arguments + ["--passphrase-file", try small.world.passphrase(party)]
        + (json ? ["--json"] : []))
  }

  private func room(_ arguments: [String], sticks: [String], json: Bool = true) throws -> Outcome {
    try run(
      "airlock-room", ["--home", small.world.path("a")] + arguments, as: "custodian-a",
      sticks: sticks, json: json)
  }

  private func lab(_ arguments: [String], sticks: [String], json: Bool = true) throws -> Outcome {
    try run(
      "airlock-lab", ["--home", small.world.path("lab")] + arguments, as: "lab", sticks: sticks,
      json: json)
  }

  @Test func bothSidesFindTheOnlyStick() throws {
    let taken = try room(["sync"], sticks: ["HERON"])
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(try taken.string("stick") == small.world.path("media/HERON"))
    let answered = try small.answerAll()
    #expect(try room(["sync"], sticks: ["HERON"]).status == 0)
    let home = try lab(["sync"], sticks: ["HERON"])
    #expect(home.status == 0, "\(home.errors)")
    #expect(try small.exported().count == answered)
    try small.world.write(#"{"id":9,"question":"?","one":"1","two":"2"}"# + "\n", to: "more.jsonl")
    let packed = try lab(
      ["pack", small.project, "--tasks", small.world.path("more.jsonl")], sticks: ["HERON"])
    #expect(packed.status == 0, "\(packed.errors)")
    #expect(try packed.string("stick") == small.world.path("media/HERON"))
  }

  @Test func withoutAStickBothSayWhatToDo() throws {
    for outcome in [
      try room(["sync"], sticks: []), try lab(["sync"], sticks: []),
      try lab(["pack", small.project, "--tasks", small.world.path("tasks.jsonl")], sticks: []),
    ] {
      #expect(outcome.status == 1 && outcome.text.isEmpty)
      #expect(outcome.errors.contains("no stick is mounted: put one in"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func ofSeveralNoneIsTakenUnasked() throws {
    let outcome = try room(["sync"], sticks: ["HERON", "MUSIC"])
    #expect(outcome.status == 64 && outcome.text.isEmpty)
    #expect(outcome.errors.contains("media/HERON") && outcome.errors.contains("media/MUSIC"))
    #expect(outcome.errors.contains("sync FOLDER"))
    #expect(try small.tasks() == 0)
  }

  @Test func peopleReadWhatIsOnItAndWhenToPullIt() throws {
    let words = try room(["sync"], sticks: ["HERON"], json: false).text
    let order = [
      "On the stick at", "1 new delivery of the lab", "will be taken in", "3 tasks added",
      "You may pull the stick out now.", "3 of 3 tasks to do; nobody has begun.",
    ]
    expectInOrder(order, words)
    try small.answerAll()
    let again = try room(["sync"], sticks: ["HERON"], json: false).text
    expectInOrder(
      [
        "nothing that this room hasn't had", "acts that the lab hasn't confirmed: will be put out",
        "You may pull the stick out now.", "the queue is empty",
      ], again)
    let home = try lab(["sync"], sticks: ["HERON"], json: false).text
    expectInOrder(
      [
        "On the stick at", "new results", "will be verified and taken in", "Took in archive",
        "You may pull the stick out now.", "no task outstanding", "heard of today",
      ], home)
  }

  private func expectInOrder(
    _ words: [String], _ text: String, location: SourceLocation = #_sourceLocation
  ) {
    var rest = text[...]
    for word in words {
      let found = rest.range(of: word)
      #expect(found != nil, "\(word) in \(text)", sourceLocation: location)
      if let found { rest = rest[found.upperBound...] }
    }
  }
}
