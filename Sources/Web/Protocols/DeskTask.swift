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
  /// Attention that no act has taken in yet, in milliseconds.
  public let activeMs: Int64
  /// Active milliseconds since the person's last break.
  public let sinceBreak: Int64
  /// What the lab replied about the task, the newest first.
  public let letters: [DeskLetter]

  /// A task on the desk.
  public init(
    task: Digest, position: Int, line: [UInt8], schema: [UInt8], state: State, answers: [UInt8]?,
    draft: Draft?, revisions: Int, answeredAt: Int64?, activeMs: Int64 = 0, sinceBreak: Int64 = 0,
    letters: [DeskLetter] = []
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
    self.activeMs = activeMs
    self.sinceBreak = sinceBreak
    self.letters = letters
  }
}
