import ArgumentParser
import CommandSupport
import Room
import Vocabulary

/// `revoke`: takes a contractor's grant back.
struct RevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take back a contractor's grant for a project.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The contractor's name.") var name: String
  @Argument(help: "The project's id.") var project: String

  func run() throws {
    let project = try ProjectArgument.id(project)
    let shown = try common.custodian().revoke(name, project: project)
    try Output.show(
      .members([
        "person": .text(name), "project": .text(project.hex), "shown": .integer(Int64(shown)),
      ]), json: common.json,
      lines: [
        "\(name) can no longer open project \(project.hex) on this machine.",
        "What they have read they have read: \(shown) of its tasks.",
      ])
  }
}
