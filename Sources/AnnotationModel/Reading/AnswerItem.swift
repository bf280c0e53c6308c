/// One value of an answer that raters can agree or disagree in.
public struct AnswerItem: Equatable, Sendable {
  /// What a coefficient takes.
  public enum Value: Hashable, Sendable {
    case category(String)
    case number(Double)
  }

  /// Name of the series that the value belongs to: the question's, or `question.criterion`.
  public let series: String
  /// What inside the task it is about: an output's original JSON Pointer, a step's number; empty
  /// for the task as a whole. Task and part together are the unit of a coefficient.
  public let part: String
  public let value: Value
}

/// A row of values over which one coefficient is taken.
public struct AnswerSeries: Equatable, Sendable {
  /// How values may be compared.
  public enum Level: Sendable {
    /// Only as equal or not.
    case nominal
    /// As numbers.
    case numeric
  }

  public let name: String
  public let level: Level
}
