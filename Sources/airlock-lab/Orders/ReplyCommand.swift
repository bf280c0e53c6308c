import ArgumentParser
import CommandSupport
import Lab

/// `reply`: answers a contractor's question.
struct ReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Answer a question or flag; only who asked is shown it.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The question's hash, or its beginning; `questions` lists them.")
  var question: String
  @Option(help: "The answer.") var text: String
  @Option(
    help: ArgumentHelp(
      "The stick's folder; without it the next sync puts the answer out.", valueName: "dir"))
  var exchange: String?

  func run() throws {
    let report = try common.withLab { try $0.reply(question, text, exchange: exchange) }
    try OrderText.show(report, json: common.json, done: "Answered")
  }
}
