import ArgumentParser
import CommandSupport
import Room

/// `person add`: a contractor with a passphrase of their own.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "The people of this room.",
    subcommands: [Add.self, PersonRecoverCommand.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a contractor, who types a passphrase of their own.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The contractor's name, which never leaves this room.") var name: String
    @Option(help: "A file whose first line is the contractor's passphrase.")
    var personPassphraseFile: String?

    func run() throws {
      let custodian = try common.custodian()
      try custodian.requireFree(name)
      let passphrase = try PassphraseSource(
        file: personPassphraseFile, option: "--person-passphrase-file"
      ).readNew("\(name)'s")
      try custodian.addPerson(name, passphrase: passphrase)
      try Output.show(
        .members(["person": .text(name)]), json: common.json,
        lines: ["\(name) can sign in. Next: airlock-room grant \(name) PROJECT"])
    }
  }
}
