import Foundation
import Testing

/// What is a person's own, through the real executables and a real Chromium: practice with a pass
/// mark, a receipt code that the lab finds, changed guidelines that are read by an act.
@Suite struct OwnWorkTests {
  @Test(.enabled(if: Browser.isHere))
  func practiceReceiptAndReading() throws {
    let world = try World()
    try FileManager.default.copyItem(
      at: Shared.root.appending(path: "bundles/step-review"),
      to: world.folder.appending(path: "godwit"))
    let project = try world.makeLab(world.path("godwit"))
    try world.makeRoom("a", project: project, contractor: "ann")
    try pack(world, project)
    let first = try drive("practise", world)
    let code = try #require(
      first.split(separator: "\n").first { $0.hasPrefix("CODE ") }?.dropFirst(5))

    try world.room("a", "sync", world.stick)
    #expect(throws: Never.self) { try world.lab("receipt", String(code), status: 1) }
    try world.lab("sync", world.stick)
    let found = try #require(
      try world.lab("receipt", code.lowercased()).object()["sessions"] as? [[String: Any]])
    let session = try #require(found.first)
    #expect(session["project"] as? String == "godwit")
    #expect(session["acts"] as? Int == session["verified"] as? Int)
    // Three practice answers, a skip and its withdrawal, an answer and its revision.
    #expect(session["acts"] as? Int == 7)
    let answers = try exported(world, project)
    #expect(answers.count == 1, "practice counts in nothing")

    let guidelines = world.folder.appending(path: "godwit/guidelines.md")
    let text = try String(contentsOf: guidelines, encoding: .utf8)
    let changed = text.replacing(
      "- **Clumsy is not wrong.** A detour", with: "- **Clumsy is not wrong.** A long detour")
    #expect(changed != text)
    try Data(changed.utf8).write(to: guidelines)
    try world.lab("project", "add", world.path("godwit"), "--project", project)
    try world.write(
      try String(contentsOf: world.folder.appending(path: "godwit/tasks.jsonl"), encoding: .utf8)
        .replacing("godwit-00", with: "godwit-10"), to: "more.jsonl")
    try pack(world, project, tasks: world.path("more.jsonl"))
    _ = try drive("changed", world)
    try world.room("a", "sync", world.stick)
    try world.lab("sync", world.stick)
    #expect(try exported(world, project).count == 1)
  }

  private func pack(_ world: World, _ project: String, tasks: String? = nil) throws {
    try world.lab(
      "pack", project, "--tasks", tasks ?? world.path("godwit/tasks.jsonl"), "--exchange",
      world.stick)
    try world.room("a", "sync", world.stick)
  }

  /// Runs a part of the script on the room's pages; gives what it printed.
  private func drive(_ part: String, _ world: World) throws -> String {
    let workbench = try Workbench(world, room: "a")
    let outcome = try Browser.run(
      "own.py", part, at: workbench.url, name: "ann",
      passphrase: "correct horse battery of ann")
    #expect(outcome.status == 0, "\(outcome.text.suffix(900)) \(outcome.errors.suffix(2_000))")
    #expect(workbench.interrupt() == 0)
    return outcome.text
  }

  private func exported(_ world: World, _ project: String) throws -> [Data.SubSequence] {
    try world.lab("export", project, "--format", "jsonl", "-o", world.path("out.jsonl"))
    return try Data(contentsOf: world.folder.appending(path: "out.jsonl"))
      .split(separator: 0x0a)
  }
}
