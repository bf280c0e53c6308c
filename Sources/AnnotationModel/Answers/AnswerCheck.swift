import StrictJSON
import Vocabulary

/// The rules of answers, for one task's answers.
struct AnswerCheck {
  let schema: ProjectSchema
  let task: AnnotationTask
  let answers: JSONValue

  /// How many containers of an act lie around the answers.
  private static let depthAround = 1

  /// Largest answers in bytes: an act's body is at most a record long, and has more members.
  private static let limit = Limits.record - (4 << 10)

  func all() throws(DocumentFault) {
    guard answers.token.count <= Self.limit else {
      throw answers.problem("must be at most \(Self.limit) bytes together")
    }
    guard answers.depth + Self.depthAround <= Limits.jsonDepth else {
      throw answers.problem("must be nested less deep")
    }
    for (name, value) in try answers.asObject() {
      guard let question = schema.question(name) else {
        throw value.problem("answers a question that the project doesn't have")
      }
      guard applies(question) else {
        throw value.problem("must be left out: the question doesn't apply here")
      }
      try check(value, question)
    }
  }

  /// Whether the question is asked.
  func applies(_ question: Question) -> Bool {
    if let of = question.of, task.field(of) == nil { return false }
    return question.conditions.allSatisfy { condition in
      guard let other = schema.question(condition.question), let answer = answers[other.name],
        let values = Self.values(answer, other)
      else { return false }
      return condition.holds(for: values)
    }
  }

  /// What conditions compare: the option, the winner, the number, or all options chosen.
  private static func values(_ answer: JSONValue, _ question: Question) -> [Condition.Value]? {
    switch question.kind {
    case .choice: (try? answer.string()).map { [.text($0)] }
    case .choices: answer.elements.compactMap { (try? $0.string()).map { .text($0) } }
    case .preference: (try? answer["winner"]?.string()).map { [.text($0)] }
    case .number, .rating: (try? answer.number()).map { [.number($0)] }
    default: nil
    }
  }

  private func check(_ value: JSONValue, _ question: Question) throws(DocumentFault) {
    switch question.kind {
    case .rating(let rules): try rating(value, rules)
    case .choice(let options): try option(value, options)
    case .choices(let options): try choices(value, options)
    case .preference(let rules): try preference(value, rules)
    case .ranking(let rules): try ranking(value, rules)
    case .text(let rules): try text(value, rules)
    case .number(let rules): try number(value, rules)
    case .spans(let rules): try spans(value, rules)
    case .stepLabels(let rules): try stepLabels(value, rules)
    case .toolCallLabels(let of): try toolCallLabels(value, of)
    case .steps(let rules): try steps(value, rules)
    case .dialogue(let rules): try dialogue(value, rules)
    }
  }
}
