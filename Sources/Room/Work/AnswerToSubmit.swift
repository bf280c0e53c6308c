public import AnnotationModel
public import Vocabulary

/// An answer on its way into the log.
public struct AnswerToSubmit: Sendable {
  /// The task, by the hash of its line.
  public var task: Digest
  /// A JSON object, question name → answer; kept byte for byte.
  public var answers: [UInt8]
  /// Milliseconds of attention, a claim.
  public var activeMs: Int64
  /// Whether a program gave the answer.
  public var scripted: Bool
  /// What of the text answers was typed and what pasted.
  public var origin: [Act.Origin]

  /// An answer to `task`.
  public init(
    task: Digest, answers: [UInt8], activeMs: Int64 = 0, scripted: Bool = false,
    origin: [Act.Origin] = []
  ) {
    self.task = task
    self.answers = answers
    self.activeMs = activeMs
    self.scripted = scripted
    self.origin = origin
  }
}
