import Foundation
import Testing

/// Root keys of several people, through the real executables: made, signed with on a machine
/// without a lab, rotated, followed by a room.
@Suite struct RootTests {
  private let world: World
  private let keys: [String]

  init() throws {
    let world = try World()
    let made = try Self.lab(
      "root", "init", "--keys", "3", "--threshold", "2", "-o", world.path("keys"),
      "--root-passphrase-file", world.passphrase("one"), "--root-passphrase-file",
      world.passphrase("two"), "--root-passphrase-file", world.passphrase("three"))
    try world.lab("init", "--name", "Lab")
    self.world = world
    keys = try #require(try made.object()["files"] as? [String])
  }

  /// Runs airlock-lab with neither home nor the lab's passphrase.
  private static func lab(_ arguments: String..., status: Int32 = 0) throws -> Outcome {
    let outcome = try Program.run("airlock-lab", arguments + ["--json"])
    #expect(outcome.status == status, "airlock-lab \(arguments): \(outcome.errors)")
    if status != 0 { #expect(outcome.errors.split(separator: "\n").count == 1) }
    return outcome
  }

  @discardableResult
  private func sign(
    _ file: String, _ holder: Int, _ more: String..., status: Int32 = 0
  ) throws -> Outcome {
    let names = ["one", "two", "three"]
    let outcome = try Program.run(
      "airlock-lab",
      ["root", "sign", file, "--key", keys[holder], "--passphrase-file"]
        + [try world.passphrase(names[holder]), "--json"] + (more.isEmpty ? ["--yes"] : more))
    #expect(outcome.status == status, "\(outcome.errors)")
    return outcome
  }

  private func addProject() throws -> (id: String, draft: String) {
    let folder = try world.project(
      "heron", fields: #"{"name":"question","type":"text","from":"/question"}"#,
      questions: #"{"name":"why","type":"text"}"#)
    let added = try world.lab("project", "add", folder, "--root", world.path("keys/root.plan"))
    return (try added.string("project"), try added.string("rootDraft"))
  }

  private func pack(_ project: String, _ number: Int) throws {
    try world.write(#"{"id":\#(number),"question":"q\#(number)"}"# + "\n", to: "tasks.jsonl")
    try world.lab(
      "pack", project, "--tasks", world.path("tasks.jsonl"), "--exchange", world.stick)
  }

  @Test func threePeopleVouchForAProjectAndARoomFollowsTheirRotation() throws {
    let (project, draft) = try addProject()
    try world.lab("trust", project, "-o", world.path("lab.trust"), status: 1)
    try sign(draft, 0)
    try world.lab("root", "accept", project, draft, status: 1)
    try sign(draft, 2)
    let accepted = try world.lab("root", "accept", project, draft).object()
    #expect(accepted["complete"] as? Bool == true && accepted["threshold"] as? Int == 2)

    try world.makeRoom("a", project: project, contractor: "ann")
    try pack(project, 1)
    try world.room("a", "sync", world.stick)

    let rotated = try world.lab("root", "rotate", project, "-o", world.path("next"))
    let next = try rotated.string("file")
    let changes = try #require(try rotated.object()["changes"] as? [[String: Any]])
    #expect(
      Set(changes.compactMap { $0["role"] as? String }) == ["targets", "snapshot", "timestamp"])
    // Two holders at once, each on a copy.
    try FileManager.default.createDirectory(
      atPath: world.path("copy"), withIntermediateDirectories: true)
    for name in ["1.root.json", "2.root.json"] {
      try FileManager.default.copyItem(
        atPath: world.path("next/\(name)"), toPath: world.path("copy/\(name)"))
    }
    try sign(next, 1)
    try sign(world.path("copy/2.root.json"), 2)
    try world.lab("root", "accept", project, next, world.path("copy/2.root.json"))

    try pack(project, 2)
    try world.room("a", "sync", world.stick)
    #expect(try world.tasks("a", project: project, as: "ann").count == 2)
    try world.annotate(
      "a", project: project, as: "ann",
      try world.tasks("a", project: project, as: "ann").map {
        ["task": $0["task"] as Any, "answers": ["why": "because"]]
      })
    try world.room("a", "sync", world.stick)
    try world.lab("sync", world.stick)
    let trust = try world.lab("trust", project, "-o", world.path("lab.trust")).object()
    #expect(trust["version"] as? Int == 2)
    #expect((trust["holders"] as? [String])?.count == 3)
    let status = try world.lab("status", project)
    #expect(status.text.contains(#""answers":2"#), "\(status.text)")
  }

  @Test func whatIsWrongWhileSigningIsOneLineAndChangesNothing() throws {
    let (project, draft) = try addProject()
    let before = try Data(contentsOf: URL(filePath: draft))
    // Nobody can be asked, a passphrase of another holder, a key of another project.
    try sign(draft, 0, "--after", world.path("nowhere"), status: 65)
    let asked = try Program.run(
      "airlock-lab",
      ["root", "sign", draft, "--key", keys[0], "--passphrase-file", world.passphrase("one")])
    #expect(asked.status == 64 && asked.errors.contains("--yes"))
    #expect(asked.text.contains("NEW") && asked.text.contains("first root"))
    let wrong = try Program.run(
      "airlock-lab",
      [
        "root", "sign", draft, "--key", keys[0], "--yes", "--passphrase-file",
        world.passphrase("two"),
      ])
    #expect(wrong.status == 77)
    _ = try Self.lab(
      "root", "init", "--keys", "1", "-o", world.path("other"), "--root-passphrase-file",
      world.passphrase("one"))
    let other = try #require(
      try FileManager.default.contentsOfDirectory(atPath: world.path("other"))
        .first { $0.hasSuffix(".age") })
    let stranger = try Program.run(
      "airlock-lab",
      [
        "root", "sign", draft, "--key", world.path("other/\(other)"), "--yes",
        "--passphrase-file", world.passphrase("one"),
      ])
    #expect(stranger.status == 1 && stranger.errors.contains("none of the root keys"))
    #expect(try Data(contentsOf: URL(filePath: draft)) == before)
    try world.lab("root", "accept", project, world.path("keys/root.plan"), status: 65)
    for arguments in [
      ["--keys", "2", "--threshold", "3"], ["--keys", "0"], ["--keys", "1", "--public", "00"],
      [
        "--keys", "2", "--root-passphrase-file", "a", "--root-passphrase-file", "b",
        "--root-passphrase-file", "c",
      ],
    ] {
      let outcome = try Program.run(
        "airlock-lab", ["root", "init", "-o", world.path("no")] + arguments)
      #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: world.path("no")))
    }
  }

  @Test func aRootThatOneHolderOfTwoSignedReachesNoRoom() throws {
    let (project, draft) = try addProject()
    try sign(draft, 0)
    try sign(draft, 1)
    try world.lab("root", "accept", project, draft)
    try world.makeRoom("a", project: project, contractor: "ann")
    try pack(project, 1)
    try world.room("a", "sync", world.stick)
    let next = try world.lab("root", "rotate", project, "-o", world.path("next")).string("file")
    try sign(next, 0)
    // Somebody with the stick puts the half-signed root there.
    let metadata = try #require(
      try FileManager.default.subpathsOfDirectory(atPath: world.stick)
        .first { $0.hasSuffix("1.root.json") })
    let place = URL(filePath: world.stick).appending(path: metadata).deletingLastPathComponent()
    try FileManager.default.copyItem(
      at: URL(filePath: next), to: place.appending(path: "2.root.json"))
    let outcome = try world.room("a", "sync", world.stick, status: 1)
    #expect(outcome.text.contains("tuf-signature"))
  }
}
