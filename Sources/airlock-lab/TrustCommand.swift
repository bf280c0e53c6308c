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
    let fingerprint = try common.withLab { try $0.writeTrust(of: project, to: output) }
    try Output.show(
      .members(["file": .text(output), "fingerprint": .text(fingerprint.hex)]), json: common.json,
      lines: [
        "Written to \(output). Tell the room its fingerprint by another way:", fingerprint.spoken,
      ])
  }
}
