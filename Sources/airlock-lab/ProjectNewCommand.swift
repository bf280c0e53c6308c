import ArgumentParser
import CommandSupport
import Lab

/// `project new`: writes a starting point.
struct ProjectNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a project's folder to start from.")

  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      "One of \(NewProject.presets.joined(separator: ", ")).", valueName: "name"))
  var preset: String
  @Argument(help: "The folder to write.") var dir: String

  func run() throws {
    let files = try NewProject.write(preset, to: dir)
    try Output.show(
      .members([
        "folder": .text(dir), "preset": .text(preset),
        "files": .list(files.map { .text($0) }),
      ]), json: common.json,
      lines: ["Written to \(dir): \(files.joined(separator: ", ")). Change them, then project add."]
    )
  }
}
