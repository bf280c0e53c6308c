public import Store

/// One row of a person's own work: a task's number and what they made of it, in their own words.
public struct OwnWork: Sendable {
  /// What a row can be found by; a task may have several.
  public enum Mark: String, CaseIterable, Sendable {
    case new, draft, submitted, revised, skipped, flagged, asked
  }

  public let task: OwnTask
  /// Every mark that it bears.
  public let marks: Set<Mark>
  /// The answers that count, or those that were taken back; a JSON object.
  public let answers: [UInt8]?
  /// The reason of a skip.
  public let text: String?
  /// The number of the guidelines' version under which it was done.
  public let guidelines: Int64?
}

/// Which rows of their own work a person wants.
public struct OwnWorkFilter: Sendable {
  /// Rows with one of these; all of them where it is empty.
  public var marks: Set<OwnWork.Mark> = []
  /// Words that stand in the person's own text, whatever their case; empty for any.
  public var search = ""
  /// Rows after this position.
  public var after: Int64 = 0
  /// How many rows at most.
  public var limit = 100

  /// All rows from the first on.
  public init() {}
}

/// A page of them.
public struct OwnWorkPage: Sendable {
  public let rows: [OwnWork]
  /// Whether there are more after the last row.
  public let hasMore: Bool
  /// How many tasks bear each mark, whatever the filter; only with the first page.
  public let counts: [OwnWork.Mark: Int]
}
