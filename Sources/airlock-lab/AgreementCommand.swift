import ArgumentParser
import CommandSupport
import Lab

/// `agreement`: how far people agree.
struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Tell how far a project's people agree, by question.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String

  func run() throws {
    let questions = try common.withLab { try $0.agreement(project) }
    try Output.show(
      .members(["questions": .list(questions.map(Self.question))]), json: common.json,
      lines: questions.isEmpty
        ? ["No answers to compare yet."] : questions.flatMap(Self.lines))
  }

  private static func question(_ question: QuestionAgreement) -> Report {
    let pairs = question.pairs.map { Report.Member($0.name, number($0.value)) }
    return .members([
      "name": .text(question.name),
      "coefficients": .object(
        question.coefficients.map { Report.Member($0.name, number($0.value)) }
          + [Report.Member("cohen_kappa", .object(pairs))]),
    ])
  }

  private static func number(_ value: Double?) -> Report { value.map { .number($0) } ?? .null }

  private static func lines(_ question: QuestionAgreement) -> [String] {
    [question.name + ":"]
      + question.coefficients.map { line($0, $0.name) }
      + question.pairs.map { line($0, "cohen_kappa \($0.name)") }
  }

  private static func line(_ value: QuestionAgreement.Value, _ name: String) -> String {
    "  \(name): "
      + (value.value.map { "\($0), from \(value.units) units" } ?? value.undefined ?? "–")
  }
}
