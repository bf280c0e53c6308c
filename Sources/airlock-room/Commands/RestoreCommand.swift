import ArgumentParser
import CommandSupport
import Cryptography
import Room
import Vocabulary

/// `restore`: a room out of a backup, or a new beginning for one that was put back from a copy.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restore a backup into a new home, or go on in a home that was put back.",
    discussion: """
      Every project begins a new log. What people did and the lab has not acknowledged comes \
      again in it; the lab takes it in once a person there has accepted the room \
      (airlock-lab room accept).
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The backup.") var backup: String?
  @Flag(help: "Go on in this home, which was put back from a copy of the disk.") var here = false
  @Option(help: "With --here: only this project.") var project: String?
  @Option(help: "A file whose first line is the passphrase that opens the backup.")
  var backupPassphraseFile: String?
  @Option(help: "A file with age identities, one a line, that open the backup.")
  var identity: String?

  func validate() throws {
    guard here != (backup != nil) else {
      throw ValidationError("Give a backup to restore, or --here.")
    }
    guard project == nil || here else { throw ValidationError("--project needs --here.") }
  }

  func run() throws {
    let projects = try here ? beginHere() : restore()
    try Output.show(
      .members(["projects": .list(projects.map { .text($0.hex) })]), json: common.json,
      lines: projects.map { "Project \($0.hex) begins a new log." } + [
        "Next: airlock-room sync, and tell the lab: it has to accept this room "
          + "(airlock-lab room accept)."
      ])
  }

  private func beginHere() throws -> [ID] {
    try common.custodian().beginEpochs(only: project.map(ProjectArgument.id))
  }

  private func restore() throws -> [ID] {
    let home = RoomHome(try common.home(of: "airlock-room"))
    let restore = try RoomRestore(into: home, context: .system)
    let custodian = try common.passphrase("the custodian's")
    return try restore.run(backup ?? "", key: key(), passphrase: custodian).projects
  }

  private func key() throws -> BackupKey {
    guard let identity else {
      return .passphrase(
        try PassphraseSource(
          file: backupPassphraseFile, option: "--backup-passphrase-file or --identity"
        ).read("the backup's"))
    }
    return .identities(try IdentityFile.read(identity))
  }
}
