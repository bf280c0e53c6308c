/// What people did lately, from which one can tell how long a lease lasts.
public struct WorkPace: Sendable, Equatable {
  /// Days (UTC) on which somebody did something.
  public let days: Int64
  /// Answers, revisions and skips.
  public let acts: Int64
  /// Milliseconds of attention that the acts claim.
  public let activeMs: Int64
}

extension ProjectTransaction {
  /// The pace of the newest acts.
  public func pace() throws -> WorkPace {
    let row = try sql.first(
      """
      WITH recent AS (
        SELECT CAST(body AS TEXT) AS body FROM acts ORDER BY leaf DESC LIMIT 500
      )
      SELECT count(DISTINCT json_extract(body, '$.at') / 86400000),
        coalesce(sum(json_extract(body, '$.kind') IN ('answer', 'revise', 'skip')), 0),
        coalesce(sum(json_extract(body, '$.activeMs')), 0)
      FROM recent
      """)
    return WorkPace(
      days: try row?.integer(0) ?? 0, acts: try row?.integer(1) ?? 0,
      activeMs: try row?.integer(2) ?? 0)
  }

  /// How many archives were sealed after that number.
  public func exports(after sequence: Int64) throws -> Int64 {
    try sql.first("SELECT COUNT(*) FROM exports WHERE sequence > ?", .integer(sequence))?
      .integer(0) ?? 0
  }
}
