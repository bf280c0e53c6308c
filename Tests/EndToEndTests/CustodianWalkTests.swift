import Foundation
import Testing

/// The whole job without a terminal on the room's side: an empty machine, the custodian's pages, a
/// contractor's page and a stick, between a lab's first command and its export.
@Suite struct CustodianWalkTests {
  /// Behind its wall a room opens no folder but its home and where sticks are mounted, and a test
  /// may not write where those are: here the stick lies in the home.
  private static let stick = "a/stick"

  @Test(.enabled(if: Browser.isHere))
  func aRoomIsMadeWorkedInAndEmptiedThroughItsPages() throws {
    let world = try World()
    try world.lab("init", "--name", "Lab")
    let folder = Shared.root.appending(path: "bundles/comparison").path
    let project = try world.lab("project", "add", folder).string("project")
    try FileManager.default.createDirectory(
      atPath: world.path(Self.stick), withIntermediateDirectories: true)
    let trust = try world.lab("trust", project, "-o", world.path("\(Self.stick)/lab.trust"))
    let workbench = try Workbench(world, room: "a")

    let made = try run("make", at: workbench, world, ["AIRLOCK_TRUST": trust.string("fingerprint")])
    try world.lab(
      "room", "enroll", world.path("\(Self.stick)/\(made.file)"), "--project", project,
      "--fingerprint",
      made.fingerprint)
    try world.lab(
      "pack", project, "--tasks", "\(folder)/tasks.jsonl", "--exchange", world.path(Self.stick))

    try run("work", at: workbench, world)
    #expect(workbench.interrupt() == 0)
    try world.lab("sync", world.path(Self.stick))
    try world.lab("export", project, "--format", "jsonl", "-o", world.path("out.jsonl"))
    let lines = try Data(contentsOf: world.folder.appending(path: "out.jsonl")).split(
      separator: 0x0a)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    let answer = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    #expect(answer["scripted"] as? Bool == false)
  }

  /// The stick's folder is gone when the page exchanges with it, and back for the next try.
  @Test(.enabled(if: Browser.isHere))
  func aStickThatLeavesTooSoonIsSaidAndLosesNothing() throws {
    let small = try SmallWorld(tasks: 3)
    let stick = small.world.path(Self.stick)
    try FileManager.default.moveItem(atPath: small.world.stick, toPath: stick)
    let workbench = try Workbench(small.world, room: "a")
    try run("pulled", at: workbench, small.world)
    #expect(workbench.interrupt() == 0)
    try small.world.lab("sync", stick)
  }

  private struct Made {
    let file: String
    let fingerprint: String
  }

  /// Runs one part of the script; the last line of the first part tells the card.
  @discardableResult
  private func run(
    _ part: String, at workbench: Workbench, _ world: World, _ more: [String: String] = [:]
  ) throws -> Made {
    let outcome = try Browser.run(
      "custodian_walk.py", part, at: workbench.url, name: "ann",
      passphrase: "correct horse battery of ann",
      more: more.merging([
        "AIRLOCK_STICK": world.path(Self.stick),
        "AIRLOCK_CUSTODIAN": "correct horse battery of custodian-a",
      ]) { $1 })
    #expect(outcome.status == 0, "\(outcome.text.suffix(600)) \(outcome.errors.suffix(2_000))")
    let words = outcome.text.split(separator: "\n").last?.split(separator: " ") ?? []
    guard words.first == "card", words.count == 3 else { return Made(file: "", fingerprint: "") }
    return Made(file: String(words[1]), fingerprint: String(words[2]))
  }
}
