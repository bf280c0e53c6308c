import Foundation
import Testing

/// The whole job with the page in the middle: lab, stick, room, a person who has only a keyboard in
/// a real Chromium, stick, lab, export.
@Suite struct KeyboardWalkTests {
  static let bundles = ["rating", "comparison", "chain-of-thought"]

  @Test(.enabled(if: Browser.isHere))
  func answersGivenOnThePageAreInTheLabsExport() throws {
    let (world, projects) = try Self.world(Self.bundles)
    let workbench = try Workbench(world, room: "a")
    let walk = try Browser.run(
      "walk.py", at: workbench.url, name: "ann", passphrase: "correct horse battery of ann")
    #expect(walk.status == 0, "\(walk.text.suffix(600)) \(walk.errors.suffix(2_000))")
    #expect(workbench.interrupt() == 0)

    try world.room("a", "sync", world.stick)
    try world.lab("sync", world.stick)
    for project in projects {
      try world.lab("export", project, "--format", "jsonl", "-o", world.path("out.jsonl"))
      let lines = try Data(contentsOf: world.folder.appending(path: "out.jsonl"))
        .split(separator: 0x0a)
      #expect(lines.count >= 1, "an answer of each project")
      for line in lines {
        let answer = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
        #expect(answer["scripted"] as? Bool == false)
        #expect(try #require(answer["activeMs"] as? Int) >= 0)
      }
    }
  }

  /// `kill -9` of the server while somebody writes: the half sentence is there afterwards.
  @Test(.enabled(if: Browser.isHere))
  func whatWasTypedOutlivesTheServer() throws {
    let (world, _) = try Self.world(["comparison"])
    for step in ["type", "find"] {
      let workbench = try Workbench(world, room: "a")
      let outcome = try Browser.run(
        "resume.py", step, at: workbench.url, name: "ann",
        passphrase: "correct horse battery of ann")
      #expect(outcome.status == 0, "\(outcome.text.suffix(600)) \(outcome.errors.suffix(2_000))")
      workbench.kill()
    }
  }

  /// `--until-done` ends the workbench once nobody who signed in has a task left.
  @Test(.enabled(if: Browser.isHere))
  func theWorkbenchEndsWhenTheQueueIsDone() throws {
    let small = try SmallWorld(tasks: 1)
    try small.world.room("a", "sync", small.world.stick)
    let workbench = try Workbench(small.world, room: "a", untilDone: true)
    let outcome = try Browser.run(
      "finish.py", at: workbench.url, name: "ann", passphrase: "correct horse battery of ann")
    #expect(outcome.status == 0, "\(outcome.text.suffix(600)) \(outcome.errors.suffix(2_000))")
    #expect(workbench.wait() == 0)
    try small.world.room("a", "sync", small.world.stick)
    try small.world.lab("sync", small.world.stick)
    #expect(try small.exported().count == 1)
  }

  /// A lab, and a room that has taken in these bundles.
  private static func world(_ bundles: [String]) throws -> (World, projects: [String]) {
    let world = try World()
    try world.lab("init", "--name", "Lab")
    try world.room("a", "init", "--name", "A")
    let card = try world.room("a", "card", "-o", world.path("a.card"))
    try world.room("a", "person", "add", "ann", "--person-passphrase-file", world.passphrase("ann"))
    let projects = try bundles.map { try pack($0, world, card) }
    try world.room("a", "sync", world.stick)
    return (world, projects)
  }

  private static func pack(_ bundle: String, _ world: World, _ card: Outcome) throws -> String {
    let folder = Shared.root.appending(path: "bundles/\(bundle)").path
    let project = try world.lab("project", "add", folder).string("project")
    try world.lab(
      "room", "enroll", world.path("a.card"), "--project", project, "--fingerprint",
      card.string("fingerprint"))
    let trust = try world.lab("trust", project, "-o", world.path("\(bundle).trust"))
    try world.room(
      "a", "trust", world.path("\(bundle).trust"), "--fingerprint", trust.string("fingerprint"))
    try world.room("a", "grant", "ann", project)
    try world.lab(
      "pack", project, "--tasks", "\(folder)/tasks.jsonl", "--exchange", world.stick)
    return project
  }
}
