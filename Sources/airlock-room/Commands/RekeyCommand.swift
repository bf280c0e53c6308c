import ArgumentParser
import CommandSupport
import Room
import Vocabulary

/// `rekey`: another passphrase for the same person.
struct RekeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rekey",
    abstract: "Change a passphrase: the custodian's, or with --as a contractor's.",
    discussion: """
      Keys and grants stay. Who has lost a passphrase, or fears that somebody else has it, needs \
      new keys: airlock-room person recover.
      """)

  @OptionGroup var common: CommonOptions
  @Option(name: .customLong("as"), help: "The contractor whose passphrase is changed.")
  var person: String?
  @Option(help: "A file whose first line is the new passphrase.") var newPassphraseFile: String?

  func run() throws {
    let home = RoomHome(try common.home(of: "airlock-room"))
    try home.require()
    let whose = person.map { "\($0)'s" } ?? "the custodian's"
    let old = try common.passphrase(whose)
    let new = try PassphraseSource(file: newPassphraseFile, option: "--new-passphrase-file")
      .readNew(whose)
    try PassphraseChange.run(home, of: person, from: old, to: new)
    try Output.show(
      .members(["person": person.map { .text($0) } ?? .null]), json: common.json,
      lines: ["Changed \(whose) passphrase. Backups made before open under the old one."])
  }
}
