public import AnnotationModel
public import Store

/// A project as one person's list shows it.
public struct ProjectGlance: Sendable {
  /// The codename of its newest schema.
  public let codename: String
  /// That schema's version.
  public let version: Int64
  /// How far the person is.
  public let counts: QueueCounts
  /// How many tasks the person has flagged.
  public let flagged: Int
  /// The question that the work turns on.
  public let question: Question?
  /// Changed passages of the guidelines that have to be read before new tasks.
  public let unread: Int
  /// Whether the person has done nothing here yet.
  public let isUnbegun: Bool
  /// How far they are with practice; nil where there is none.
  public let practice: PracticeState?
  /// What the lab wrote, the newest first.
  public let letters: [LabLetter]
  /// Why the lab lets no new task be opened; nil where it does.
  public let pause: Pause?
  /// When answers were last put on a stick, milliseconds since 1970 UTC.
  public let takenOut: Int64?
}

extension ProjectSchema {
  /// The question that a preset is named after, else the first.
  var leadingQuestion: Question? {
    let leading = questions.first { question in
      switch question.kind {
      case .preference, .ranking, .stepLabels, .toolCallLabels, .steps, .dialogue, .spans: true
      case .rating, .choice, .choices, .text, .number: false
      }
    }
    return leading ?? questions.first
  }
}
