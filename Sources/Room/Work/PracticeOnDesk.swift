public import AnnotationModel

/// A practice task with what its person has done with it and, once they have answered, what the lab
/// would answer.
public struct PracticeOnDesk: Sendable {
  /// What the lab has to say about an answer.
  public struct Review: Sendable {
    /// The lab's answers, a JSON object.
    public let answers: [UInt8]
    /// Why, Markdown in UTF-8.
    public let explain: [UInt8]
    /// The comparison with the person's newest answers.
    public let marks: PracticeMarks
  }

  /// The task; its position counts among practice tasks.
  public let task: TaskOnDesk
  /// How far the person is with all of them.
  public let state: PracticeState
  /// Nil until they have answered.
  public let review: Review?
}
