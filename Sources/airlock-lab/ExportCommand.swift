import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `export`: answers as training data.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a project's answers as training data.")

  /// How answers can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Option(help: "jsonl: one answer a line.") var format = Format.jsonl
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  func run() throws {
    let progress = Progress("answers written", json: common.json, now: Context.system.now)
    let count = try common.withLab { lab in
      defer { progress.finish() }
      return try lab.exportJSONL(project, to: output) { progress.update($0) }
    }
    try Output.show(
      .members(["file": .text(output), "answers": .integer(count)]), json: common.json,
      lines: ["\(Quantity.text(count, "answer")) written to \(output)."])
  }
}
