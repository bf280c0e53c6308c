extension Question {
  /// One of the values among which a contractor chooses.
  public struct Option: Sendable, Equatable {
    public let value: String
    public let label: String?
    public let help: String?
  }

  /// A mark on a scale: one, one for each criterion, one for each output, or both.
  public struct Rating: Sendable {
    /// One aspect that is rated by itself.
    public struct Criterion: Sendable, Equatable {
      public let name: String
      public let label: String?
      public let help: String?
    }

    /// Lowest and highest mark.
    public let scale: ClosedRange<Int64>
    /// Words for some of the marks.
    public let labels: [Int64: String]
    /// Empty where the rating is one mark.
    public let criteria: [Criterion]
    /// The outputs field whose outputs are rated one by one.
    public let of: String?
  }

  /// Which of several outputs is better.
  public struct Preference: Sendable {
    public let of: String
    public let tie: Bool
    public let bothBad: Bool
    /// How many grades of "better" there are; nil where it isn't asked.
    public let strength: Int64?
  }

  /// An order of the outputs.
  public struct Ranking: Sendable {
    public let of: String
    public let ties: Bool
  }

  /// Words; lengths in Unicode scalars.
  public struct Text: Sendable {
    public let minLength: Int64?
    public let maxLength: Int64?
    public let markdown: Bool
  }

  /// A number.
  public struct Number: Sendable {
    public let min: Double?
    public let max: Double?
    public let integer: Bool
  }

  /// Parts of a text that are marked.
  public struct Spans: Sendable {
    public let of: String
    public let labels: [String]
    public let overlap: Bool
  }

  /// Each step of a chain of thought: right, neutral, wrong, or not judged.
  public struct StepLabels: Sendable {
    public let of: String
    public let critique: Bool
    public let correction: Bool
  }

  /// A chain of thought that the contractor writes.
  public struct Steps: Sendable {
    public let minSteps: Int64?
    public let alternatives: Bool
    public let final: Bool
  }

  /// A dialogue that the contractor writes.
  public struct Dialogue: Sendable {
    /// A tool that may be called in the dialogue.
    public struct Tool: Sendable, Equatable {
      public let name: String
      public let description: String?
      /// Names of its arguments.
      public let arguments: [String]
    }

    public let roles: [String]
    public let minTurns: Int64?
    public let maxTurns: Int64?
    public let tools: [Tool]
    /// Shown as a checklist.
    public let constraints: [String]
  }
}
