public import StrictJSON

/// How a person's answers to a practice task compare with those that the lab would give.
///
/// What can't be told right or wrong by comparing (free text, written work) is left to the person,
/// who sees both.
public struct PracticeMarks: Equatable, Sendable {
  /// What became of one question.
  public enum Verdict: String, Sendable {
    case right
    case wrong
    /// Nothing to compare: both are shown.
    case open
  }

  /// The questions that the lab answered, in the schema's order.
  public let verdicts: [(question: String, verdict: Verdict)]

  /// Whether nothing is wrong.
  public var isRight: Bool { verdicts.allSatisfy { $0.verdict != .wrong } }

  /// Compares validated answers with validated ones.
  public init(_ given: JSONValue, against right: JSONValue, in schema: ProjectSchema) {
    verdicts = schema.questions.compactMap { question in
      guard let wanted = right[question.name] else { return nil }
      return (question.name, Self.verdict(given[question.name], wanted, question))
    }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.verdicts.elementsEqual(right.verdicts) { $0 == $1 }
  }

  private static func verdict(
    _ given: JSONValue?, _ wanted: JSONValue, _ question: Question
  ) -> Verdict {
    switch question.kind {
    case .text, .steps, .dialogue: return .open
    default: break
    }
    guard let given else { return .wrong }
    return isSame(given, wanted, question.kind) ? .right : .wrong
  }

  private static func isSame(
    _ given: JSONValue, _ wanted: JSONValue, _ kind: Question.Kind
  ) -> Bool {
    switch kind {
    // How much better is a matter of degree; which one is not.
    case .preference: JSONSameness.same(given["winner"], wanted["winner"])
    case .choices: JSONSameness.sameSet(given, wanted)
    case .ranking:
      given.count == wanted.count
        && zip(given.elements, wanted.elements).allSatisfy { JSONSameness.sameSet($0, $1) }
    case .spans: JSONSameness.sameParts(given, wanted, ["start", "end", "label"])
    case .stepLabels: JSONSameness.sameParts(given, wanted, ["step", "label"], unless: "label")
    case .toolCallLabels:
      JSONSameness.sameParts(given, wanted, ["message", "call", "tool", "arguments", "needed"])
    case .rating, .choice, .number, .text, .steps, .dialogue: JSONSameness.same(given, wanted)
    }
  }
}
