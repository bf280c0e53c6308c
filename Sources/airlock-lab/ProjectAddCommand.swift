import ArgumentParser
import CommandSupport
import Cryptography
import Lab
import Vocabulary

/// `project add`: takes in a project's folder.
struct ProjectAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Take in a project's folder: a new project, or a new version.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "A folder with project.json, guidelines.md and, for images, assets/.")
  var dir: String
  @Option(help: "The project, by id or codename, of which this is a new version.")
  var project: String?
  @Option(help: "How many root keys are made (default: 2).") var rootKeys: Int?
  @Option(help: "How many of them must sign a change of trust (default: 1).")
  var rootThreshold: Int?
  @Option(help: ArgumentHelp("The root.plan of holders, of root init.", valueName: "file"))
  var root: String?
  @Option(help: ArgumentHelp("A root-….age that signs the first root now.", valueName: "file"))
  var rootKey: [String] = []
  @Option(
    help: ArgumentHelp(
      "A passphrase of its own for the root keys; with --root-key once for all, or once for each.",
      valueName: "file"))
  var rootPassphraseFile: [String] = []

  func validate() throws {
    guard root == nil || (rootKeys == nil && rootThreshold == nil) else {
      throw ValidationError("--root says keys and threshold: leave --root-keys and -threshold out")
    }
    guard root != nil || rootKey.isEmpty else {
      throw ValidationError("--root-key belongs to --root")
    }
    let most = max(1, rootKey.count)
    guard rootPassphraseFile.count <= 1 || rootPassphraseFile.count == most else {
      throw ValidationError("--root-passphrase-file: once for all root keys, or once for each")
    }
  }

  func run() throws {
    let plan = try plan()
    let added = try common.withLabAndPassphrase { lab, passphrase in
      try lab.addProject(
        dir, to: project, root: plan, rootPassphrase: try rootPassphrase() ?? passphrase.copy())
    }
    let draft = try added.waiting.map { waiting in
      try waiting.write(to: "\(try common.labHome())/root/\(added.codename)")
    }
    try Output.show(
      .members([
        "project": .text(added.id.hex), "codename": .text(added.codename),
        "version": .integer(added.version), "images": .integer(Int64(added.images)),
        "refusedImages": .list(added.refusedImages.map { .text($0) }),
        "rootKeys": .list(added.rootKeys.map { .text($0) }), "rootDraft": draft.map { .text($0) },
      ]), json: common.json, lines: lines(added, draft))
  }

  private func plan() throws -> RootPlan {
    guard let root else { return RootPlan(keys: rootKeys ?? 2, threshold: rootThreshold ?? 1) }
    let holders = try RootHolders(reading: root)
    let keys = try rootKey.enumerated().map { place, file in
      let given =
        rootPassphraseFile.count > 1 ? rootPassphraseFile[place] : rootPassphraseFile.first
      let passphrase = try PassphraseSource(file: given, option: "--root-passphrase-file")
        .read("that of \(file)")
      return try RootKeyFiles.open(file, passphrase: passphrase)
    }
    return RootPlan(holders, atHand: keys)
  }

  /// The passphrase under which fresh root keys are put, where it isn't the lab's.
  private func rootPassphrase() throws -> SecretBytes? {
    guard root == nil, let file = rootPassphraseFile.first else { return nil }
    return try PassphraseSource(file: file, option: "--root-passphrase-file")
      .readNew("the root keys'")
  }

  private func lines(_ added: AddedProject, _ draft: String?) -> [String] {
    var lines = ["Project \(added.codename), version \(added.version): \(added.id)"]
    if added.images > 0 { lines.append("\(Quantity.text(added.images, "image")) taken in.") }
    lines += added.refusedImages.map { "Not to be packed: \($0)" }
    if !added.rootKeys.isEmpty {
      lines.append("Move the root keys to a safe place: \(added.rootKeys.joined(separator: ", "))")
    }
    if let waiting = added.waiting, let draft {
      lines +=
        RootText(waiting).progress + [
          "Its holders must sign: root sign \(draft) --key root-….age; then root accept "
            + "\(added.codename) \(draft). Until then it can't be trusted nor packed."
        ]
    }
    return lines
  }
}
