/// One condition of a question's `when`: what another question's answer must be.
public struct Condition: Sendable, Equatable {
  /// What an answer is compared with.
  public enum Value: Sendable, Hashable {
    /// An option, or the winner of a preference.
    case text(String)
    case number(Double)
  }

  /// How it is compared. Without an answer none holds, `not` included.
  public enum Test: Sendable, Equatable {
    case equals(Value)
    case differs(Value)
    case isOneOf([Value])
  }

  /// Name of the question whose answer is looked at.
  public let question: String
  public let test: Test

  /// Whether the condition holds for an answer that means these values: one, or for `choices` all
  /// that are chosen.
  func holds(for answer: [Value]) -> Bool {
    switch test {
    case .equals(let value): answer.contains(value)
    case .differs(let value): !answer.contains(value)
    case .isOneOf(let values): answer.contains { values.contains($0) }
    }
  }
}
