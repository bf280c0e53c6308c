/// One thing that a contractor is asked about a task.
public struct Question: Sendable {
  /// What kind of answer is wanted, with the rules of that kind.
  public enum Kind: Sendable {
    case rating(Rating)
    case choice([Option])
    case choices([Option])
    case preference(Preference)
    case ranking(Ranking)
    case text(Text)
    case number(Number)
    case spans(Spans)
    case stepLabels(StepLabels)
    case toolCallLabels(of: String)
    case steps(Steps)
    case dialogue(Dialogue)
  }

  /// Name, unique among the questions.
  public let name: String
  public let label: String?
  public let help: String?
  /// Whether a task can't be submitted without an answer, where the question applies.
  public let required: Bool
  /// All must hold for the question to apply.
  public let conditions: [Condition]
  public let kind: Kind

  /// The outputs or other field that the question is about; nil where it is about the whole task.
  public var of: String? {
    switch kind {
    case .rating(let rules): rules.of
    case .preference(let rules): rules.of
    case .ranking(let rules): rules.of
    case .spans(let rules): rules.of
    case .stepLabels(let rules): rules.of
    case .toolCallLabels(let of): of
    case .choice, .choices, .text, .number, .steps, .dialogue: nil
    }
  }

  /// The type's name as the schema spells it.
  public var type: String {
    switch kind {
    case .rating: "rating"
    case .choice: "choice"
    case .choices: "choices"
    case .preference: "preference"
    case .ranking: "ranking"
    case .text: "text"
    case .number: "number"
    case .spans: "spans"
    case .stepLabels: "stepLabels"
    case .toolCallLabels: "toolCallLabels"
    case .steps: "steps"
    case .dialogue: "dialogue"
    }
  }
}
