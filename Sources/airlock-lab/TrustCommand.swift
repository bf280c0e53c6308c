import ArgumentParser
import CommandSupport
import Lab

/// `trust`: writes what a room is given to trust.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Write a project's trust file for its rooms.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  func run() throws {
    let trust = try common.withLab { try $0.writeTrust(of: project, to: output) }
    let root = RootText(trust.root)
    try Output.show(
      .object(
        [.init("file", .text(output)), .init("fingerprint", .text(trust.hex))] + root.members),
      json: common.json,
      lines: root.summary + [
        "Written to \(output). Tell the room its fingerprint by another way:", trust.spoken,
      ])
  }
}
