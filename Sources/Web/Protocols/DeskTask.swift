public import Vocabulary

/// A task as it lies on the desk: the stored bytes, and what this person has done with it.
public struct DeskTask: Sendable, Equatable {
  /// What a person's newest act made of a task.
  public enum State: String, Sendable {
    case new
    case draft
    case answered
    case skipped
  }

  /// SHA-256 of `line`: the task's name everywhere (formats.md, section 6).
  public let task: Digest
  /// Place in the queue, from 1.
  public let position: Int
  /// The line of tasks.jsonl, without its LF.
  public let line: [UInt8]
  /// The schema that the task came with, as stored.
  public let schema: [UInt8]
  public let state: State
  /// The newest answers, a JSON object; nil where there are none that count.
  public let answers: [UInt8]?
  public let draft: Draft?
  /// How many acts have answered or revised the task.
  public let revisions: Int
  /// When the newest answer was given, milliseconds since 1970 UTC.
  public let answeredAt: Int64?

  /// A task on the desk.
  public init(
    task: Digest, position: Int, line: [UInt8], schema: [UInt8], state: State, answers: [UInt8]?,
    draft: Draft?, revisions: Int, answeredAt: Int64?
  ) {
    self.task = task
    self.position = position
    self.line = line
    self.schema = schema
    self.state = state
    self.answers = answers
    self.draft = draft
    self.revisions = revisions
    self.answeredAt = answeredAt
  }
}
