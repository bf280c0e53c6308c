import ArgumentParser
import CommandSupport
import Room
import Vocabulary

/// `person recover`: new keys for a contractor whose passphrase is lost.
struct PersonRecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Give a contractor who lost their passphrase a new one, with new keys.",
    discussion: """
      What they did before stays. What they do from now on counts at the lab once a person there \
      has accepted their new key (airlock-lab person accept).
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The contractor's name.") var name: String
  @Option(help: "A file whose first line is the contractor's new passphrase.")
  var personPassphraseFile: String?

  func run() throws {
    let custodian = try common.custodian()
    try custodian.requireKnown(name)
    let passphrase = try PassphraseSource(
      file: personPassphraseFile, option: "--person-passphrase-file"
    ).readNew("\(name)'s")
    let projects = try custodian.recoverPerson(name, passphrase: passphrase)
    try Output.show(
      .members([
        "person": .text(name), "projects": .list(projects.map { .text($0.hex) }),
      ]), json: common.json,
      lines: [
        "\(name) can sign in again, with new keys. Tell the lab: it has to accept them before what "
          + "\(name) does from now on counts."
      ])
  }
}
