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
  @Option(help: "How many root keys are made.") var rootKeys = 2
  @Option(help: "How many of them must sign a change of trust.") var rootThreshold = 1
  @Option(help: ArgumentHelp("A passphrase of its own for the root keys.", valueName: "file"))
  var rootPassphraseFile: String?

  func run() throws {
    let added = try common.withLabAndPassphrase { lab, passphrase in
      try lab.addProject(
        dir, to: project, root: RootPlan(keys: rootKeys, threshold: rootThreshold),
        rootPassphrase: try rootPassphrase() ?? passphrase.copy())
    }
    try Output.show(
      .members([
        "project": .text(added.id.hex), "codename": .text(added.codename),
        "version": .integer(added.version), "images": .integer(Int64(added.images)),
        "refusedImages": .list(added.refusedImages.map { .text($0) }),
        "rootKeys": .list(added.rootKeys.map { .text($0) }),
      ]), json: common.json, lines: lines(added))
  }

  private func rootPassphrase() throws -> SecretBytes? {
    guard let rootPassphraseFile else { return nil }
    return try PassphraseSource(file: rootPassphraseFile, option: "--root-passphrase-file")
      .readNew("the root keys'")
  }

  private func lines(_ added: AddedProject) -> [String] {
    var lines = ["Project \(added.codename), version \(added.version): \(added.id)"]
    if added.images > 0 { lines.append("\(Quantity.text(added.images, "image")) taken in.") }
    lines += added.refusedImages.map { "Not to be packed: \($0)" }
    if !added.rootKeys.isEmpty {
      lines.append("Move the root keys to a safe place: \(added.rootKeys.joined(separator: ", "))")
    }
    return lines
  }
}
