import ArgumentParser
import CommandSupport
import Lab
import TUF
import Vocabulary

/// `root rotate`: makes the next root of a project for its holders to sign.
struct RootRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make the next root of a project, for its holders to sign.",
    discussion: """
      Without options that say what changes, everything that the lab itself holds is made anew: \
      the keys of targets, snapshot and timestamp, and the identity that opens results. Nothing \
      changes for rooms until enough holders, of the root before and of this one, have signed and \
      `root accept` took their signatures.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Option(help: "A role that gets a new key: targets, snapshot or timestamp.")
  var role: [LabRole] = []
  @Flag(help: "Results are sealed to a new identity.") var seal = false
  @Option(help: ArgumentHelp("A holder's public key to take in.", valueName: "key"))
  var addKey: [String] = []
  @Option(help: ArgumentHelp("A root key to take out, by its first digits.", valueName: "name"))
  var removeKey: [String] = []
  @Option(help: "How many root keys must sign from then on.") var threshold: Int?
  @Option(help: "For how many days the root is good.") var days: Int64?
  @Flag(help: "Forget a root that waits for signatures already.") var anew = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write (default: HOME/root/CODENAME).", valueName: "dir"))
  var output: String?

  func validate() throws {
    if let days, !(1...36_525).contains(days) {
      throw ValidationError("--days must be 1 to 36525")
    }
  }

  func run() throws {
    let home = try common.labHome()
    let waiting = try common.withLab { lab in
      try lab.draftRoot(of: project, try change(lab), anew: anew)
    }
    let path = try waiting.write(to: output ?? "\(home)/root/\(waiting.codename)")
    let text = RootText(waiting)
    try Output.show(
      .object(text.members + [.init("file", .text(path))]), json: common.json,
      lines: text.changes + text.progress + [
        "Written to \(path). Each holder: root sign \(path) --key root-….age; then root accept "
          + "\(waiting.codename) \(path)"
      ])
  }

  private func change(_ lab: LabService) throws -> RootChange {
    let keys = try lab.root(of: project).keys(of: .root).keys.values.map { $0 }
    var change = RootChange(
      roles: Set(role.map(\.role)), seal: seal,
      addedRootKeys: try RootKeyArgument.keys(addKey, option: "--add-key"),
      removedRootKeys: try RootKeyArgument.named(removeKey, of: keys, option: "--remove-key"),
      threshold: threshold)
    if change == RootChange() { change = .everything }
    if let days { change.life = days * 86_400_000 }
    return change
  }
}

/// A role whose key the lab itself holds.
enum LabRole: String, CaseIterable, ExpressibleByArgument {
  case targets, snapshot, timestamp

  var role: Role {
    switch self {
    case .targets: .targets
    case .snapshot: .snapshot
    case .timestamp: .timestamp
    }
  }
}
