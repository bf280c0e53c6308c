import ArgumentParser
import CommandSupport
import Cryptography
import Lab
import Vocabulary

/// `status`: how projects and rooms stand.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell how projects and rooms stand.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "A project's id or codename; all if left out.") var project: String?

  func run() throws {
    let status = try common.withLab { try $0.status(project) }
    let report = Report.members([
      "name": .text(status.name), "memoryLocked": .bool(!SecretBytes.everUnlocked),
      "projects": .list(status.projects.map(Self.project)),
    ])
    try Output.show(report, json: common.json, lines: Self.lines(status))
  }

  private static func lines(_ status: LabStatus) -> [String] {
    guard !status.projects.isEmpty else { return ["\(status.name): no project yet."] + memory }
    return memory + status.projects.flatMap(lines)
  }

  private static func lines(_ project: LabStatus.Project) -> [String] {
    let head =
      "\(project.codename) (\(project.id)), version \(project.version): "
      + "\(Quantity.text(project.records, "record")), \(Quantity.text(project.packed, "task")), "
      + "\(Quantity.text(project.answers, "answer"))"
    let rotations = project.rotations.filter { $0.done == nil }.map { "  \($0.line)" }
    return [head] + rotations + project.channels.map(line)
  }

  /// Said only where it is not as it should be.
  private static var memory: [String] {
    SecretBytes.everUnlocked
      ? ["Keys could not be locked in memory: with swap on they may reach the disk."] : []
  }

  private static func line(_ room: LabStatus.Channel) -> String {
    var text =
      "  room \(room.room): \(room.answered) of \(room.tasks) answered, \(room.skipped) skipped; "
      + "bundle \(room.acknowledged) of \(room.bundles) acknowledged"
    text += room.archive.map { "; archive \($0), \(room.leaves) leaves" } ?? "; nothing came up yet"
    if room.waitingPeople > 0 {
      text += "; \(Quantity.text(room.waitingPeople, "person", "people")) waiting to be accepted"
    }
    if room.waitingEpochs > 0 { text += "; a new log waits to be accepted" }
    if !room.states.isEmpty { text += "; \(room.states.joined(separator: ", "))" }
    if room.findings > 0 { text += "; \(Quantity.text(room.findings, "finding"))" }
    return text
  }

  private static func project(_ project: LabStatus.Project) -> Report {
    .members([
      "project": .text(project.id.hex), "codename": .text(project.codename),
      "version": .integer(project.version), "records": .integer(project.records),
      "packed": .integer(project.packed), "answers": .integer(project.answers),
      "rooms": .list(project.channels.map(room)),
      "rotations": .list(project.rotations.map(RotationText.report)),
    ])
  }

  private static func room(_ room: LabStatus.Channel) -> Report {
    .members([
      "room": .text(room.room.hex), "channel": .text(room.channel.hex),
      "tasks": .integer(room.tasks), "answered": .integer(room.answered),
      "skipped": .integer(room.skipped), "bundles": .integer(room.bundles),
      "acknowledged": .integer(room.acknowledged),
      "archive": room.archive.map { .integer($0) } ?? .null, "leaves": .integer(room.leaves),
      "heard": room.heard.map { .integer($0) } ?? .null, "people": .integer(room.people),
      "waitingPeople": .integer(room.waitingPeople),
      "waitingEpochs": .integer(room.waitingEpochs), "findings": .integer(room.findings),
      "states": .list(room.states.map { .text($0) }),
    ])
  }
}
