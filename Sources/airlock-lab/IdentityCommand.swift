import ArgumentParser
import CommandSupport
import Lab

/// `identity`: the keys that open results, for auditors and recovery.
struct IdentityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identity",
    abstract: "Write every result identity as an age file under the lab's passphrase.")

  @OptionGroup var common: CommonOptions
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  func run() throws {
    let count = try common.withLabAndPassphrase { lab, passphrase in
      try lab.writeIdentities(to: output, passphrase: passphrase)
    }
    try Output.show(
      .members(["file": .text(output), "identities": .integer(Int64(count))]), json: common.json,
      lines: [
        "\(Quantity.text(count, "identity", "identities")) written to \(output), under the lab's "
          + "passphrase."
      ])
  }
}
