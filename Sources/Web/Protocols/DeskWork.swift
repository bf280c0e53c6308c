/// Which rows of their own work a person wants to see.
public struct DeskWorkQuery: Sendable, Equatable {
  /// Names of marks (new, draft, submitted, revised, skipped, flagged, asked); empty for all.
  public var marks: [String]
  /// Words in the person's own text; empty for any.
  public var search: String
  /// Rows after this position.
  public var after: Int
}

/// A row of a person's own work; nothing of the task but its number.
public struct DeskWork: Sendable {
  public let position: Int
  /// Its marks, by name.
  public let marks: [String]
  /// The answers that count or were taken back, a JSON object, and its schema.
  public let answers: [UInt8]?
  public let schema: [UInt8]
  /// Why it was skipped.
  public let text: String?
  /// When it was last touched, milliseconds since 1970 UTC, and the active time on it.
  public let at: Int64?
  public let activeMs: Int64
  /// The version of the guidelines under which it was answered.
  public let guidelines: Int?

  /// A row.
  public init(
    position: Int, marks: [String], answers: [UInt8]?, schema: [UInt8], text: String?, at: Int64?,
    activeMs: Int64, guidelines: Int?
  ) {
    self.position = position
    self.marks = marks
    self.answers = answers
    self.schema = schema
    self.text = text
    self.at = at
    self.activeMs = activeMs
    self.guidelines = guidelines
  }
}

/// Some rows, and how many tasks bear each mark.
public struct DeskWorkPage: Sendable {
  public let rows: [DeskWork]
  public let hasMore: Bool
  public let counts: [String: Int]

  /// A page of rows.
  public init(rows: [DeskWork], hasMore: Bool, counts: [String: Int]) {
    self.rows = rows
    self.hasMore = hasMore
    self.counts = counts
  }
}
