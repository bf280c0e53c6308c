public import AnnotationModel

/// A practice task, with the lab's answers once this person has given theirs.
public struct DeskPractice: Sendable {
  /// How far the person is with practice.
  public struct Progress: Sendable, Equatable {
    /// Practice tasks, those answered, those answered right, and how many must be right.
    public let total: Int
    public let answered: Int
    public let right: Int
    public let pass: Int
    /// The place, from 1, of the first that isn't right yet.
    public let next: Int?

    /// A person's progress.
    public init(total: Int, answered: Int, right: Int, pass: Int, next: Int?) {
      self.total = total
      self.answered = answered
      self.right = right
      self.pass = pass
      self.next = next
    }
  }

  /// What the lab would have answered: a JSON object, Markdown, and the comparison.
  public struct Review: Sendable {
    public let answers: [UInt8]
    public let explain: [UInt8]
    public let marks: PracticeMarks

    /// A review.
    public init(answers: [UInt8], explain: [UInt8], marks: PracticeMarks) {
      self.answers = answers
      self.explain = explain
      self.marks = marks
    }
  }

  /// The task; its position counts among practice tasks.
  public let task: DeskTask
  public let progress: Progress
  public let review: Review?

  /// A practice task on the desk.
  public init(task: DeskTask, progress: Progress, review: Review?) {
    self.task = task
    self.progress = progress
    self.review = review
  }
}
