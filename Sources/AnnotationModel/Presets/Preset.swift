/// A starting point for a project, for `project new`: three files that fit each other.
public enum Preset: String, CaseIterable, Sendable {
  case rating
  case comparison
  case ranking
  case chainOfThought = "chain-of-thought"
  case stepReview = "step-review"
  case toolTrajectory = "tool-trajectory"
  case dialogue

  /// What one preset consists of.
  struct Parts {
    /// One line about the work, for a list.
    let summary: String
    /// project.json.
    let project: String
    /// The part of guidelines.md that contractors read.
    let guidelines: String
    /// tasks.jsonl, each record on its line.
    let tasks: String
  }

  var parts: Parts {
    switch self {
    case .rating: Self.ratingParts
    case .comparison: Self.comparisonParts
    case .ranking: Self.rankingParts
    case .chainOfThought: Self.chainOfThoughtParts
    case .stepReview: Self.stepReviewParts
    case .toolTrajectory: Self.toolTrajectoryParts
    case .dialogue: Self.dialogueParts
    }
  }

  /// One line about the work that this preset is for.
  public var summary: String { parts.summary }

  /// The files to write, by path in the project's folder: project.json, guidelines.md and a small
  /// tasks.jsonl that fits them.
  public var files: [(path: String, bytes: [UInt8])] {
    let guidelines = parts.guidelines + "\n\n" + PresetWords.aboutProjectFile
    return [
      ("project.json", Array((parts.project + "\n").utf8)),
      ("guidelines.md", Array(guidelines.utf8)),
      ("tasks.jsonl", Array((parts.tasks + "\n").utf8)),
    ]
  }
}
