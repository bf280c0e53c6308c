import ArgumentParser
import CommandSupport

/// airlock-room: the room's side of Airlock.
@main
struct AirlockRoom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "airlock-room",
    abstract: "Takes task bundles from a stick, serves the workbench, puts results out.",
    subcommands: [
      InitCommand.self, CardCommand.self, TrustCommand.self, PersonCommand.self,
      GrantCommand.self, RevokeCommand.self, SyncCommand.self, OpenCommand.self, TasksCommand.self,
      AnnotateCommand.self, StatusCommand.self, WipeCommand.self, BackupCommand.self,
      RestoreCommand.self,
      RekeyCommand.self,
    ])

  @OptionGroup var common: CommonOptions

  static func main() {
    Program.run(AirlockRoom.self, explain: Explanation.failure)
  }
}
