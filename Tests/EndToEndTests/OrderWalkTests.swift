import Foundation
import Testing

/// Orders from the lab's command line to two rooms and back, through the executables alone.
@Suite struct OrderWalkTests {
  /// A lab with one project, rooms `a` and `b`, and six tasks, three for each.
  private func makeWorld() throws -> (world: World, project: String, rooms: [String: String]) {
    let world = try World()
    let folder = try world.project(
      "heron",
      fields: """
        {"name":"question","type":"text","from":"/question"},
        {"name":"responses","type":"outputs","from":["/one","/two"],"blind":true}
        """,
      questions: #"{"name":"better","type":"preference","of":"responses","required":true}"#)
    let project = try world.makeLab(folder)
    let rooms = [
      "a": try world.makeRoom("a", project: project, contractor: "ann"),
      "b": try world.makeRoom("b", project: project, contractor: "bob"),
    ]
    let lines = (0..<6).map {
      #"{"id":"r\#($0)","question":"What is \#($0)?","one":"\#($0)","two":"x\#($0)"}"# + "\n"
    }
    try world.write(lines.joined(), to: "tasks.jsonl")
    try world.lab(
      "pack", project, "--tasks", world.path("tasks.jsonl"), "--exchange", world.stick)
    for room in ["a", "b"] { try world.room(room, "sync", world.stick) }
    return (world, project, rooms)
  }

  private func exchange(_ world: World, _ rooms: [String] = ["a", "b"]) throws {
    for room in rooms { try world.room(room, "sync", world.stick) }
    try world.lab("sync", world.stick)
    for room in rooms { try world.room(room, "sync", world.stick) }
  }

  private func records(_ world: World, _ room: String, _ project: String, _ who: String) throws
    -> [String]
  {
    try world.tasks(room, project: project, as: who).compactMap {
      ($0["fields"] as? [String: Any])?["question"] as? String
    }
  }

  /// Room b never opens its tasks. They are taken back, its log proves that nobody saw them, and
  /// room a gets their records; room b's tasks are in no one's queue any more.
  @Test func recalledTasksGoElsewhere() throws {
    let (world, project, rooms) = try makeWorld()
    let room = try #require(rooms["b"])
    try world.lab(
      "recall", project, "--room", room, "--text", "Room a goes on.", "--exchange", world.stick)
    try exchange(world)
    let status = try world.lab("custody", project).object()
    let channels = try #require(status["rooms"] as? [[String: Any]])
    let recalls = channels.flatMap { $0["recalls"] as? [[String: Any]] ?? [] }
    #expect(recalls.map { $0["state"] as? String } == ["returned"])
    #expect(recalls.map { $0["tasks"] as? Int } == [3])
    #expect(try records(world, "b", project, "bob") == [])
    let packed = try world.lab("pack", project, "--returned", "--exchange", world.stick).object()
    #expect(packed["tasks"] as? Int == 3)
    // Nothing is left to be given out a second time.
    let again = try world.lab("pack", project, "--returned", "--dry-run").object()
    #expect(again["tasks"] as? Int == 0)
    try world.room("a", "sync", world.stick)
    #expect(Set(try records(world, "a", project, "ann")).count == 6)
    let answers = try world.tasks("a", project: project, as: "ann").map {
      ["task": $0["task"] as Any, "answers": ["better": ["winner": "k1"]]]
    }
    try world.annotate("a", project: project, as: "ann", answers)
    try exchange(world)
    let out = world.path("out.jsonl")
    try world.lab("export", project, "--format", "jsonl", "-o", out)
    let exported = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
    #expect(exported.count == 6)
    // The winner k1 is given under the record's own name, whatever its place was in each room.
    #expect(exported.allSatisfy { $0.contains("/one") || $0.contains("/two") })
  }

  /// The story of the breach: the work is frozen, hours and results come up all the same, and what
  /// one room is told is no other room's matter.
  @Test func aFreezeFromTheCommandLine() throws {
    let (world, project, rooms) = try makeWorld()
    let first = try #require(try world.tasks("a", project: project, as: "ann").first)
    try world.lab(
      "freeze", project, "--room", try #require(rooms["a"]), "--text", "We look into something.",
      "--exchange", world.stick)
    let synced = try world.room("a", "sync", world.stick).object()
    let channel = try #require((synced["channels"] as? [[String: Any]])?.first)
    #expect(channel["paused"] as? String == "We look into something.")
    try world.annotate(
      "a", project: project, as: "ann",
      [["task": first["task"] as Any, "answers": ["better": ["winner": "k1"]], "activeMs": 90_000]])
    // Shown before the freeze, so it may be finished; what was never shown stays closed.
    let states = try world.tasks("a", project: project, as: "ann").map { $0["state"] as? String }
    #expect(states == ["answered"])
    try exchange(world)
    let status = try world.lab("status", project).object()
    let projects = try #require(status["projects"] as? [[String: Any]])
    #expect(projects.first?["answers"] as? Int == 1)
    #expect(try world.tasks("b", project: project, as: "bob").count == 3)
    try world.lab("thaw", project, "--exchange", world.stick)
    try world.room("a", "sync", world.stick)
    #expect(try world.tasks("a", project: project, as: "ann").count == 3)
  }

  /// One room's quarantine never stops another's results.
  @Test func aRevokedRoomStopsNobodyElse() throws {
    let (world, project, rooms) = try makeWorld()
    for (room, who) in [("a", "ann"), ("b", "bob")] {
      let answers = try world.tasks(room, project: project, as: who).map {
        ["task": $0["task"] as Any, "answers": ["better": ["winner": "k2"]]]
      }
      try world.annotate(room, project: project, as: who, answers)
      try world.room(room, "sync", world.stick)
    }
    let revoked = try #require(rooms["a"])
    try world.lab("revoke", revoked)
    let outcome = try world.lab("sync", world.stick, status: 1)
    #expect(outcome.errors.contains("room-revoked"))
    let taken = try #require(try outcome.object()["taken"] as? [[String: Any]])
    #expect(taken.count == 1)
    let evidence = world.path("evidence")
    let report = try world.lab("custody", project, "-o", evidence).object()
    #expect(report["evidence"] as? Int == 2)
    let folder = try #require(
      try FileManager.default.contentsOfDirectory(atPath: evidence).first {
        $0.hasSuffix("room-revoked")
      })
    let arguments = [
      "verify", "\(evidence)/\(folder)", "--card", "\(evidence)/\(revoked).card", "--trust",
      "\(evidence)/lab.trust", "--json",
    ]
    // Without a home and without a passphrase.
    let verified = try Program.run("airlock-lab", arguments)
    #expect(verified.status == 0 && verified.text.contains("\"proves\":\"the room signed archive"))
    try byHand("\(evidence)/\(folder)/offered.note", "\(evidence)/\(revoked).card", in: evidence)
    try world.lab("revoke", revoked, "--lift")
    try world.lab("sync", world.stick)
  }

  /// What README.txt beside the evidence tells people to type.
  private func byHand(_ note: String, _ card: String, in folder: String) throws {
    guard try Program.run("sh", ["-c", "command -v openssl xxd"]).status == 0 else {
      print("skipped: openssl and xxd are not installed")
      return
    }
    let script = """
      set -e
      sed '/^$/,$d' "$1" > text
      sed -n 's/^— [^ ]* //p' "$1" | head -n 1 | base64 -d | tail -c 64 > sig
      (printf 302a300506032b6570032100; sed -n 4p "$2") | xxd -r -p > key.der
      openssl pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin -in text -sigfile sig
      """
    let outcome = try Program.run(
      "sh", ["-c", script, "sh", note, card], in: URL(filePath: folder))
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// A project is destroyed in a room once the lab has what people did there.
  @Test func aWipeFromTheCommandLine() throws {
    let (world, project, _) = try makeWorld()
    let answers = try world.tasks("a", project: project, as: "ann").map {
      ["task": $0["task"] as Any, "answers": ["better": ["winner": "k2"]]]
    }
    try world.annotate("a", project: project, as: "ann", answers)
    try world.room("a", "wipe", project, "--yes", status: 64)
    try world.lab("wipe", project, status: 64)
    try world.lab("wipe", project, "--yes", "--exchange", world.stick)
    try world.room("a", "sync", world.stick)
    try world.room("a", "wipe", project, "--yes", status: 1)
    #expect(FileManager.default.fileExists(atPath: world.path("a/projects/\(project).erase")))
    try exchange(world, ["a"])
    try world.room("a", "wipe", project, status: 64)
    try world.room("a", "wipe", project, "--yes")
    let left = try FileManager.default.contentsOfDirectory(atPath: world.path("a/projects"))
    #expect(left == [])
    let status = try world.room("a", "status").object()
    #expect((status["destroyed"] as? [[String: Any]])?.first?["codename"] as? String == "heron")
    #expect((status["projects"] as? [Any])?.isEmpty == true)
    try world.room("a", ["tasks", project, "--as", "ann"], as: "ann", status: 77)
  }
}
