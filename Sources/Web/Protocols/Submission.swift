public import Vocabulary

/// An answer on its way to becoming an act.
public struct Submission: Sendable, Equatable {
  /// How much of a text answer was typed and how much pasted, in Unicode scalars.
  public struct Origin: Sendable, Equatable {
    /// Name of the text question.
    public let question: String
    public let typed: Int64
    public let pasted: Int64

    /// The counts of one question.
    public init(question: String, typed: Int64, pasted: Int64) {
      self.question = question
      self.typed = typed
      self.pasted = pasted
    }
  }

  public let task: Digest
  /// A JSON object, question → value (formats.md, section 7); its bytes are what is signed.
  public let answers: [UInt8]
  /// Milliseconds of attention, capped by the monotonic time since the task came up.
  public let activeMs: Int64
  /// One entry for each text answer.
  public let origin: [Origin]

  /// A submission.
  public init(task: Digest, answers: [UInt8], activeMs: Int64, origin: [Origin]) {
    self.task = task
    self.answers = answers
    self.activeMs = activeMs
    self.origin = origin
  }
}
