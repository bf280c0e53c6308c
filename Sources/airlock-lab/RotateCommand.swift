import ArgumentParser
import CommandSupport
import Cryptography
import Lab
import TUF
import Vocabulary

/// `rotate`: replaces keys, as after an incident, and doesn't call itself done before it is.
struct RotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Replace the keys of a project and its rooms; again, to go on and see how far it is.",
    discussion: """
      Everything at once: the lab's keys for targets, snapshot and timestamp, the identity that \
      opens results, and the key of each room; with --room the keys of these rooms alone. The new \
      root needs its holders' signatures: those of root keys that lie in HOME/root or are named \
      here are given now, others by root sign and root accept. Rooms replace their keys with the \
      next stick. status tells which old key still verifies, and where.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Option(help: "Only this room's key: its id, or its beginning. May be repeated.")
  var room: [String] = []
  @Option(help: ArgumentHelp("A root-….age that signs the new root.", valueName: "file"))
  var rootKey: [String] = []
  @Option(
    help: ArgumentHelp(
      "The passphrase of the root keys, where it isn't the lab's.", valueName: "file"))
  var rootPassphraseFile: String?
  @Option(help: "The stick that takes it to the rooms.") var exchange: String?

  func run() throws {
    let home = try common.labHome()
    let status = try common.withLabAndPassphrase { lab, passphrase in
      let keys =
        if let rootPassphraseFile {
          try rootKeys(
            lab, home,
            PassphraseSource(file: rootPassphraseFile, option: "--root-passphrase-file")
              .read("that of the root keys"))
        } else {
          try rootKeys(lab, home, passphrase)
        }
      return try lab.rotate(project, rooms: room, rootKeys: keys, exchange: exchange)
    }
    try Output.show(
      RotationText.report(status), json: common.json, lines: RotationText.lines(status))
  }

  /// Those that were named; else what lies where project add put them, as far as it opens.
  private func rootKeys(
    _ lab: LabService, _ home: String, _ passphrase: borrowing SecretBytes
  ) throws -> [SigningKey] {
    guard room.isEmpty else { return [] }
    guard rootKey.isEmpty else {
      return try rootKey.map { try RootKeyFiles.open($0, passphrase: passphrase) }
    }
    var keys: [SigningKey] = []
    for key in RootText.sorted(Set(try lab.root(of: project).keys(of: .root).keys.values)) {
      let path = "\(home)/root/\(RootKeyFiles.fileName(of: key))"
      guard RootFile.exists(path) else { continue }
      do throws(Failure) {
        keys.append(try RootKeyFiles.open(path, passphrase: passphrase))
      } catch {
        guard error.exit == .notPermitted else { throw error }
      }
    }
    return keys
  }
}

/// A rotation for people and for programs.
enum RotationText {
  static func lines(_ status: RotationStatus) -> [String] {
    let name = "Rotation \(status.number)"
    let count = "\(status.replaced) of \(status.keys.count) keys replaced"
    guard status.done == nil else { return ["\(name): \(count). Done."] }
    return ["\(name): \(count). Not done:"] + status.missing.map { "  \($0)" } + [
      "Go on with sync; rotate says again how far it is."
    ]
  }

  static func report(_ status: RotationStatus) -> Report {
    .members([
      "rotation": .integer(status.number), "began": .integer(status.began),
      "done": status.done.map { .integer($0) } ?? .null,
      "replaced": .integer(Int64(status.replaced)),
      "keys": .list(
        status.keys.map { key in
          .members([
            "kind": .text(key.kind), "key": .text(key.key),
            "room": key.room.map { .text($0.hex) } ?? .null, "replaced": .bool(key.isReplaced),
          ])
        }), "missing": .list(status.missing.map { .text($0) }),
    ])
  }
}
