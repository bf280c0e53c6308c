import ArgumentParser
import CommandSupport
import Lab
import TUF
import Vocabulary

/// `root accept`: takes the holders' signatures; with enough of them the root takes effect.
struct RootAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Take a signed root; with enough signatures it takes effect.",
    discussion: """
      Holders may sign one after the other or each a copy: all that is given is put together. What \
      is not enough yet is kept. Rooms learn of the root with the next stick.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Argument(help: "Signed copies of the root that waits.") var files: [String]

  func run() throws {
    let copies = try files.map { try (name: $0, file: RootFile.read($0)) }
    let waiting = try common.withLab { try $0.acceptRoot(of: project, copies) }
    let text = RootText(waiting)
    let isComplete = waiting.proposal.progress.isComplete
    try Output.show(
      .object(text.members), json: common.json,
      lines: isComplete
        ? text.summary + [
          "In effect. Rooms learn of it with the next stick that sync or pack write."
        ]
        : text.progress)
    guard isComplete else {
      throw Failure(
        .refused,
        "root \(waiting.proposal.claim.version) of \(waiting.codename) needs more signatures: "
          + "\(text.needed); those so far are kept")
    }
  }
}
