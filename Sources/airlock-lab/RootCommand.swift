import ArgumentParser

/// `root`: a group of commands.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "root", abstract: "Keep and change who vouches for a project.",
    subcommands: [
      RootInitCommand.self, RootSignCommand.self, RootRotateCommand.self, RootAcceptCommand.self,
      RootShowCommand.self,
    ])
}
