import Foundation
import Testing

/// A world of one project with few tasks and one room, for tests that attack its sticks.
final class SmallWorld {
  let world: World
  let project: String
  static let contractor = "ann"

  /// Lab, project and room `a`; `tasks` records are packed onto the stick, unless not `packs`.
  init(tasks: Int = 3, packs: Bool = true) throws {
    world = try World()
    let folder = try world.project(
      "heron",
      fields: """
        {"name":"question","type":"text","from":"/question"},
        {"name":"responses","type":"outputs","from":["/one","/two"],"blind":true}
        """,
      questions: """
        {"name":"better","type":"preference","of":"responses","tie":true,"required":true},
        {"name":"why","type":"text"}
        """)
    project = try world.makeLab(folder)
    try world.makeRoom("a", project: project, contractor: Self.contractor)
    if packs { try pack(0..<tasks) }
  }

  /// Packs records with these numbers for every room.
  func pack(_ numbers: Range<Int>) throws {
    let lines = numbers.map {
      #"{"id":\#($0),"question":"What is \#($0) + 1?","one":"\#($0 + 1)","two":"\#($0)"}"# + "\n"
    }
    try world.write(lines.joined(), to: "tasks.jsonl")
    try world.lab(
      "pack", project, "--tasks", world.path("tasks.jsonl"), "--exchange", world.stick)
  }

  /// Answers every open task in room `a`; returns how many.
  @discardableResult
  func answerAll() throws -> Int {
    let open = try world.tasks("a", project: project, as: Self.contractor)
      .filter { $0["state"] as? String == "new" }
    try world.annotate(
      "a", project: project, as: Self.contractor,
      open.map { ["task": $0["task"] as Any, "answers": ["better": ["winner": "k1"]]] })
    return open.count
  }

  /// Syncs room `a` and expects a refusal for one of the reasons; nothing is taken in.
  func expectRoomRefusal(_ reasons: String..., tasks: Int = 0) throws {
    let outcome = try world.room("a", "sync", world.stick, status: 1)
    let channels = try #require(try outcome.object()["channels"] as? [[String: Any]])
    let alarms = try #require(channels.first?["alarms"] as? [[String: Any]])
    let codes = alarms.compactMap { $0["code"] as? String }
    #expect(codes.count == 1 && reasons.contains(codes.first ?? ""), "\(alarms)")
    #expect(!outcome.errors.isEmpty && outcome.errors.split(separator: "\n").count == 1)
    #expect(try self.tasks() == tasks)
  }

  /// Syncs the lab and expects a refusal; no answer counts.
  func expectLabRefusal(_ reasons: String..., answers: Int = 0) throws {
    let outcome = try world.lab("sync", world.stick, status: 1)
    #expect(
      reasons.contains { outcome.errors.contains($0) || outcome.text.contains("\"\($0)\"") },
      "\(outcome.errors) \(outcome.text)")
    #expect(try exported().count == answers)
  }

  func tasks() throws -> Int {
    let status = try world.room("a", "status").object()
    let projects = try #require(status["projects"] as? [[String: Any]])
    return try #require(projects.first?["tasks"] as? Int)
  }

  /// The lines of the lab's export.
  func exported() throws -> [[String: Any]] {
    try world.lab("export", project, "--format", "jsonl", "-o", world.path("export.jsonl"))
    let data = try Data(contentsOf: world.folder.appending(path: "export.jsonl"))
    return try data.split(separator: 0x0a).map {
      try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
    }
  }

  /// Files on the stick whose path ends so.
  func files(_ suffix: String) throws -> [URL] {
    let root = URL(filePath: world.stick)
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(suffix) }.sorted().map { root.appending(path: $0) }
  }

  /// Changes the one file of that kind.
  func change(_ file: URL, _ body: (inout Data) throws -> Void) throws {
    var data = try Data(contentsOf: file)
    try body(&data)
    try data.write(to: file)
  }

  /// Copies the stick aside, and puts it back.
  func keepStick(as name: String) throws {
    try? FileManager.default.removeItem(atPath: world.path(name))
    try FileManager.default.copyItem(atPath: world.stick, toPath: world.path(name))
  }

  func putBackStick(_ name: String) throws {
    try FileManager.default.removeItem(atPath: world.stick)
    try FileManager.default.copyItem(atPath: world.path(name), toPath: world.stick)
  }
}
