import Foundation
import Testing

/// A lab, rooms and a stick in a folder of their own, driven through the executables alone.
final class World {
  let folder: URL
  /// Each party's passphrase differs from every other's.
  private var passphrases: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "airlock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  var stick: String { path("stick") }

  /// The passphrase file of a party, made at its first use.
  func passphrase(_ party: String) throws -> String {
    let file = path("\(party).pass")
    if passphrases[party] == nil {
      passphrases[party] = "correct horse battery of \(party)"
      try write(passphrases[party, default: ""] + "\n", to: "\(party).pass")
    }
    return file
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Runs airlock-lab and expects success.
  @discardableResult
  func lab(_ arguments: String..., status: Int32 = 0) throws -> Outcome {
    let outcome = try Program.run(
      "airlock-lab",
      ["--home", path("lab")] + arguments + ["--passphrase-file", try passphrase("lab"), "--json"])
    #expect(outcome.status == status, "airlock-lab \(arguments): \(outcome.errors)")
    return outcome
  }

  /// Runs airlock-room as its custodian and expects success.
  @discardableResult
  func room(_ room: String, _ arguments: String..., status: Int32 = 0) throws -> Outcome {
    try self.room(room, arguments, as: "custodian-\(room)", status: status)
  }

  /// Runs airlock-room with the passphrase of `party`.
  @discardableResult
  func room(
    _ room: String, _ arguments: [String], as party: String, status: Int32 = 0
  ) throws -> Outcome {
    let outcome = try Program.run(
      "airlock-room",
      ["--home", path(room)] + arguments + ["--passphrase-file", try passphrase(party), "--json"])
    #expect(outcome.status == status, "airlock-room \(arguments): \(outcome.errors)")
    return outcome
  }

  /// Makes the lab with one project out of a folder; returns the project's id.
  func makeLab(_ project: String) throws -> String {
    try lab("init", "--name", "Lab")
    let id = try lab("project", "add", project).string("project")
    return id
  }

  /// Makes a room that trusts the project and has one contractor; returns the room's id.
  @discardableResult
  func makeRoom(_ name: String, project: String, contractor: String) throws -> String {
    try room(name, "init", "--name", name)
    let card = try room(name, "card", "-o", path("\(name).card"))
    try lab(
      "room", "enroll", path("\(name).card"), "--project", project, "--fingerprint",
      card.string("fingerprint"))
    let trust = try lab("trust", project, "-o", path("lab.trust"))
    try room(name, "trust", path("lab.trust"), "--fingerprint", trust.string("fingerprint"))
    try addContractor(contractor, to: name, project: project)
    return try card.string("room")
  }

  func addContractor(_ contractor: String, to name: String, project: String) throws {
    try room(
      name, "person", "add", contractor, "--person-passphrase-file", try passphrase(contractor))
    try room(name, "grant", contractor, project)
  }

  /// The tasks of a room as one person sees them.
  func tasks(_ name: String, project: String, as person: String) throws -> [[String: Any]] {
    let outcome = try room(name, ["tasks", project, "--as", person], as: person)
    return try outcome.text.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// Answers tasks as one person.
  func annotate(
    _ name: String, project: String, as person: String, _ answers: [[String: Any]]
  ) throws {
    let lines = try answers.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    try write(lines.map { $0 + "\n" }.joined(), to: "\(name)-answers.jsonl")
    try room(
      name, ["annotate", project, "--as", person, "--answers", path("\(name)-answers.jsonl")],
      as: person)
  }
}

extension World {
  /// Writes a project's folder; returns its path.
  func project(
    _ codename: String, fields: String, questions: String, guidelines: String = "# Guidelines\n"
  ) throws -> String {
    try FileManager.default.createDirectory(
      atPath: path(codename), withIntermediateDirectories: true)
    try write(
      """
      {"airlock":"project/1","codename":"\(codename)","version":1,"fields":[\(fields)],
      "questions":[\(questions)]}
      """, to: "\(codename)/project.json")
    try write(guidelines, to: "\(codename)/guidelines.md")
    return path(codename)
  }

  /// The coefficients of one question, as `agreement` gives them.
  func coefficients(_ question: String, project: String) throws -> [String: Any] {
    let report = try lab("agreement", project).object()
    let questions = try #require(report["questions"] as? [[String: Any]])
    let found = try #require(questions.first { $0["name"] as? String == question })
    return try #require(found["coefficients"] as? [String: Any])
  }
}

/// Expects two values that are there and differ by less than 1e-9.
func expectClose(_ found: Double?, _ expected: Double?) throws {
  let (found, expected) = (try #require(found), try #require(expected))
  #expect(abs(found - expected) < 1e-9, "\(found) instead of \(expected)")
}
