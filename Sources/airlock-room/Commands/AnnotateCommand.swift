import ArgumentParser
import CommandSupport
import Room
import Vocabulary

/// `annotate`: answers from a file, through the same service that the pages use.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Answer tasks from a file, all of it or nothing.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id.") var project: String
  @Option(name: .customLong("as"), help: "Whose answers; their passphrase is asked for.")
  var person: String
  @Option(help: "JSON lines: {\"task\", \"answers\", \"activeMs\"}.") var answers: String

  func run() throws {
    let file = AnswersFile(path: answers)
    try file.check()
    let desk = try common.desk(of: person, project: project)
    let count: Int
    do {
      count = try desk.submitAll { submit in try file.each { try submit($0) } }
    } catch {
      try desk.close()
      throw error
    }
    try desk.close()
    try Output.show(
      .members(["answered": .integer(Int64(count))]), json: common.json,
      lines: ["\(count) answers written."])
  }
}
