import ArgumentParser
import CommandSupport
import Cryptography
import Room
import Vocabulary

/// `backup`: one sealed file that holds the whole room.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a sealed backup of this room.",
    discussion: """
      It holds everything: people, grants, keys, tasks, drafts, answers. It outlives a wipe and \
      opens under the passphrases of today: keep it as you keep the room. A room restored from it \
      begins a new log, which the lab has to accept.
      """)

  @OptionGroup var common: CommonOptions
  @Option(name: .shortAndLong, help: "The file to write.") var output: String
  @Option(help: "A file whose first line is the passphrase that will open the backup.")
  var backupPassphraseFile: String?
  @Option(help: "Seal it to an age recipient (age1…) in place of a passphrase; may be repeated.")
  var to: [String] = []

  func run() throws {
    let home = RoomHome(try home)
    try home.require()
    let custodian = try common.passphrase("the custodian's")
    let contents = try RoomBackup.write(
      home, passphrase: custodian, context: .system, to: output, under: seal())
    try Output.show(
      .members([
        "made": .integer(contents.made), "people": .integer(Int64(contents.people)),
        "projects": .list(contents.projects.map { .text($0.hex) }),
      ]), json: common.json,
      lines: [
        "Wrote \(output): the room with \(Quantity.text(Int64(contents.people), "contractor")) and "
          + "\(Quantity.text(Int64(contents.projects.count), "project")), all keys, tasks and answers.",
        "Keep it as you keep the room. To use it: airlock-room --home NEW restore \(output)",
      ])
  }

  private var home: String { get throws { try common.home(of: "airlock-room") } }

  private func seal() throws -> BackupSeal {
    guard to.isEmpty else {
      guard backupPassphraseFile == nil else {
        throw Failure(.usage, "--to and --backup-passphrase-file can't be used together")
      }
      return .recipients(try to.map(Self.recipient))
    }
    return .passphrase(
      try PassphraseSource(file: backupPassphraseFile, option: "--backup-passphrase-file or --to")
        .readNew("the backup's"))
  }

  private static func recipient(_ text: String) throws -> AgeRecipient {
    do {
      return try AgeRecipient(text)
    } catch {
      throw Failure(.usage, "--to \(text): \(error.why)")
    }
  }
}
