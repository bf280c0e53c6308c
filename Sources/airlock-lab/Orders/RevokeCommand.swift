import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `revoke`: shuts a room out, or lets it back in.
struct RevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Send nothing more to a room and quarantine what comes from it.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The room's id, or its beginning.") var room: String
  @Option(help: "Only what the room does on this project.") var project: String?
  @Flag(help: "Let the room back in.") var lift = false

  func run() throws {
    let channels = try common.withLab { try $0.revoke(room, project: project, lift: lift) }
    let many = Quantity.text(channels.count, "project")
    try Output.show(
      .members([
        "revoked": .bool(!lift), "channels": .list(channels.map { .text($0.hex) }),
      ]), json: common.json,
      lines: [
        lift
          ? "The room is let back in (\(many)): its next archive brings what was quarantined."
          : "The room is revoked (\(many)). What it has stays there until its lease is spent."
      ])
  }
}
