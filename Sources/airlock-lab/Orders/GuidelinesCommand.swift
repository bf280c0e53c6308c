import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `guidelines`: new guidelines for all that is done from now on.
struct GuidelinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guidelines", abstract: "Send new guidelines; later answers cite them.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Argument(help: "The new guidelines, Markdown.") var file: String
  @Option(help: "What changed, in words.") var text = ""
  @Option(
    help: ArgumentHelp(
      "The stick's folder; without it the next sync puts them out.", valueName: "dir"))
  var exchange: String?

  func run() throws {
    let report = try common.withLab {
      try $0.updateGuidelines(
        file, text, to: OrderAddress(project: project, exchange: exchange))
    }
    try OrderText.show(report, json: common.json, done: "New guidelines")
  }
}
