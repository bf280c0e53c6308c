public import AnnotationModel
public import Vocabulary

/// An answer on its way to becoming an act.
public struct Submission: Sendable, Equatable {
  public let task: Digest
  /// A JSON object, question → value (formats.md, section 7); its bytes are what is signed.
  public let answers: [UInt8]
  /// Milliseconds of attention, capped by the monotonic time since the task came up.
  public let activeMs: Int64
  /// One entry for each text answer.
  public let origin: [Act.Origin]

  /// A submission.
  public init(task: Digest, answers: [UInt8], activeMs: Int64, origin: [Act.Origin]) {
    self.task = task
    self.answers = answers
    self.activeMs = activeMs
    self.origin = origin
  }
}
