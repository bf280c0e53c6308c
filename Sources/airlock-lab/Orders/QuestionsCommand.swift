import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `questions`: what contractors asked or flagged.
struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "List what contractors asked or flagged, with answers.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Flag(help: "Only those without an answer.") var open = false

  func run() throws {
    let all = try common.withLab { try $0.questions(project) }
    let questions = open ? all.filter(\.replies.isEmpty) : all
    try Output.show(
      .members(["questions": .list(questions.map(Self.asReport))]), json: common.json,
      lines: questions.isEmpty ? ["No questions."] : questions.flatMap(Self.lines))
  }

  private static func lines(_ question: AskedQuestion) -> [String] {
    let about = question.task.map { " about task \($0.hex.prefix(12))" } ?? ""
    let head = "\(question.act.hex.prefix(12))  \(question.kind)\(about), room \(question.room):"
    return ["\(head) \(question.text)"] + question.replies.map { "    answered: \($0)" }
  }

  private static func asReport(_ question: AskedQuestion) -> Report {
    .members([
      "act": .text(question.act.hex), "room": .text(question.room.hex),
      "person": .text(question.person.hex), "kind": .text(question.kind),
      "task": question.task.map { .text($0.hex) }, "text": .text(question.text),
      "at": .integer(question.at), "replies": .list(question.replies.map { .text($0) }),
    ])
  }
}
