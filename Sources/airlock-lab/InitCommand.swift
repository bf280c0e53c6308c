import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `init`: makes a lab.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a lab in the home folder.")

  @OptionGroup var common: CommonOptions
  @Option(help: "What the lab is called; the name stays in its home.") var name: String

  func run() throws {
    let home = try common.labHome()
    let passphrase = try common.newPassphrase(CommonOptions.owner)
    try LabService.create(home: home, name: name, passphrase: passphrase, context: .system)
    try Output.show(
      .members(["home": .text(home), "name": .text(name)]), json: common.json,
      lines: ["The lab \(name) is ready in \(home)."])
  }
}
