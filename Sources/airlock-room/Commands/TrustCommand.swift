import ArgumentParser
import CommandSupport
import Room
import Store
import Vocabulary

/// `trust`: takes a lab's root of trust for one project.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Trust a lab's project, after comparing its fingerprint.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The lab.trust file.") var file: String
  @Option(help: "The fingerprint that the lab told you.") var fingerprint: String
  @Option(help: "The lab, as in the card command.") var lab = ""

  func run() throws {
    let bytes = try InputFile.read(file, limit: Limits.root)
    let custodian = try common.custodian()
    let project = try trusted(bytes, by: custodian)
    let root = try RootSummary(of: bytes)
    try Output.show(
      .members([
        "project": .text(project.hex), "version": .integer(root.version),
        "holders": .integer(Int64(root.holders)), "threshold": .integer(root.threshold),
      ]), json: common.json,
      lines: [
        "Project \(project.hex) is trusted. \(root.line)",
        "Next: airlock-room grant NAME \(project.hex)",
      ])
  }

  private func trusted(_ bytes: [UInt8], by custodian: Custodian) throws -> ID {
    do {
      return try custodian.trust(bytes, fingerprint: fingerprint, lab: lab)
    } catch let refusal as Refusal {
      throw Failure(.refused, "\(file): no root of trust that can be taken: \(refusal)")
    }
  }
}
