import ArgumentParser
import CommandSupport
import Lab
import TUF
import Vocabulary

/// `root show`: who vouches for a project.
struct RootShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Say what a root says: a project's, a file's, or lab.trust.",
    discussion: """
      A file needs no lab; one that waits for signatures is shown with what it changes, which needs \
      the root before it beside it or with --after.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "A root file, or a project's id or codename.") var what: String
  @Option(help: ArgumentHelp("The root before it.", valueName: "file")) var after: String?

  func run() throws {
    if let trusted = try RootFile.trusted(what) {
      let text = RootText(trusted)
      return try Output.show(.object(text.members), json: common.json, lines: text.summary)
    }
    if RootFile.exists(what) {
      let signing = try RootSigning(what, after: after)
      return try show(
        RootText(signing.proposal, previousFingerprint: signing.previousFingerprint))
    }
    let (root, waiting) = try common.withLab { lab in
      (try? lab.root(of: what), try lab.waitingRoot(of: what))
    }
    if let root { try show(RootText(root)) }
    if let waiting, !common.json { try show(RootText(waiting)) }
  }

  private func show(_ text: RootText) throws {
    try Output.show(
      .object(text.members), json: common.json,
      lines: (text.changes.isEmpty ? text.summary : text.changes) + text.progress)
  }
}
