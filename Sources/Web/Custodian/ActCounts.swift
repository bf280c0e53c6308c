/// What people did, counted for whoever carries it: nothing of what they wrote.
public struct ActCounts: Sendable, Equatable {
  /// Answers, revisions, tasks taken back and skipped.
  public var answers: Int
  /// Questions to the lab and flags.
  public var questions: Int

  /// Counts of acts.
  public init(answers: Int = 0, questions: Int = 0) {
    self.answers = answers
    self.questions = questions
  }

  /// Sorts acts by their kind (formats.md, section 8).
  public init(byKind counts: [String: Int]) {
    answers = ["answer", "revise", "withdraw", "skip"].reduce(0) { $0 + (counts[$1] ?? 0) }
    questions = ["ask", "flag"].reduce(0) { $0 + (counts[$1] ?? 0) }
  }
}
