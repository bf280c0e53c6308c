import ArgumentParser

/// `project`: a group of commands.
struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Begin a project, or take one in.",
    subcommands: [ProjectNewCommand.self, ProjectAddCommand.self])
}
