import ArgumentParser
import CommandSupport
import Room
import Vocabulary

/// `grant`: lets a contractor open a project.
struct GrantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Let a contractor open a project.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The contractor's name.") var name: String
  @Argument(help: "The project's id.") var project: String

  func run() throws {
    let project = try ProjectArgument.id(project)
    let custodian = try common.custodian()
    try custodian.grant(name, project: project)
    try Output.show(
      .members(["person": .text(name), "project": .text(project.hex)]), json: common.json,
      lines: ["\(name) can open project \(project.hex)."])
  }
}
