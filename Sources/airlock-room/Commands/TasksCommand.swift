import AnnotationModel
import ArgumentParser
import CommandSupport
import Room
import Store
import Vocabulary

/// `tasks`: a person's queue, for scripts.
struct TasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks", abstract: "List a project's tasks as one person sees them.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id.") var project: String
  @Option(name: .customLong("as"), help: "Whose queue; their passphrase is asked for.")
  var person: String

  func run() throws {
    let desk = try common.desk(of: person, project: project)
    if common.json {
      try desk.eachTask { try Output.write(Self.line($0)) }
    } else {
      try desk.eachTask {
        try Output.line("\($0.task.position)  \($0.state.rawValue)  \($0.task.hash.hex)")
      }
    }
    try desk.close()
  }

  /// The fields stand as the lab's own bytes: every token exactly as it was in the record.
  private static func line(_ task: TaskOnDesk) throws -> [UInt8] {
    let report = Report.members([
      "task": .text(task.task.hash.hex), "state": .text(task.state.rawValue),
      "fields": .token(try AnnotationTask.fieldsToken(of: task.task.line)),
    ])
    return report.json + [0x0a]
  }
}
