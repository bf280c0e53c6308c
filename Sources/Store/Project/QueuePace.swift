public import Vocabulary

/// How fast a person has worked through a queue.
public struct QueuePace: Sendable, Equatable {
  /// The person's id in this project.
  public let person: ID
  /// Tasks that they have answered or skipped.
  public let done: Int
  /// On how many days, by UTC, they did one.
  public let days: Int
}

extension ProjectTransaction {
  /// The pace of everybody who has done a task that is in the queue.
  public func queuePace() throws -> [QueuePace] {
    try sql.rows(
      "SELECT person, COUNT(*), COUNT(DISTINCT at / 86400000) FROM standing "
        + "WHERE kind IN ('answer', 'revise', 'skip') AND task IN (SELECT hash FROM tasks) "
        + "GROUP BY person"
    ).map { row in
      QueuePace(
        person: try row.id(0), done: Int(try row.integer(1)), days: Int(try row.integer(2)))
    }
  }
}
