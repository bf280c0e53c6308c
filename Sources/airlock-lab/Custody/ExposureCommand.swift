import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `exposure`: who was shown what.
struct ExposureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exposure",
    abstract: "Say who was shown which task, as the rooms' signed logs have it.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only these tasks, by hash or by their record's id.", valueName: "task"))
  var task: [String] = []

  func run() throws {
    let report = try common.withLab { try $0.exposure(project, of: task) }
    try Output.show(Self.asReport(report), json: common.json, lines: Self.lines(report))
  }

  private static func lines(_ report: ExposureReport) -> [String] {
    let shown = report.tasks.filter { !$0.shown.isEmpty }
    let people = Set(shown.flatMap(\.shown).map(\.person)).count
    let there = report.tasks.count { $0.hasArrived && $0.shown.isEmpty }
    return [
      "\(Quantity.text(report.tasks.count, "task")) went out: \(shown.count) were shown to "
        + "\(Quantity.text(people, "person", "people")), \(there) lie in rooms unshown, "
        + "\(report.tasks.count - shown.count - there) are not known to have arrived."
    ]
      + shown.map { task in
        let who = task.shown.map { String($0.person.hex.prefix(8)) }.joined(separator: ", ")
        return "  \(task.record) (task \(task.task.hex.prefix(12)), room \(task.room)): \(who)"
      }
  }

  private static func asReport(_ report: ExposureReport) -> Report {
    .members([
      "project": .text(report.project.hex),
      "tasks": .list(
        report.tasks.map { task in
          .members([
            "task": .text(task.task.hex), "record": .token(Array(task.record.utf8)),
            "room": .text(task.room.hex), "bundle": .integer(task.bundle),
            "arrived": .bool(task.hasArrived), "recall": task.recall.map { .text($0) },
            "shown": .list(
              task.shown.map {
                .members(["person": .text($0.person.hex), "at": .integer($0.at)])
              }),
          ])
        }),
    ])
  }
}
