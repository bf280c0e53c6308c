/// How far a person is with a project's practice tasks.
public struct PracticeState: Sendable, Equatable {
  /// Practice tasks that there are.
  public let total: Int
  /// Those that the person has answered, and those whose newest answer is right.
  public let answered: Int
  public let right: Int
  /// How many must be right before the tasks begin; 0 where nothing is asked.
  public let pass: Int
  /// The place, from 1, of the first that isn't right yet; nil where all are.
  public let next: Int?

  /// How many more have to be right.
  public var missing: Int { max(0, pass - right) }
}
