public import Vocabulary

/// What the custodian's page counts. Nothing here gives a task's or an answer's content away.
extension ProjectTransaction {
  /// Every alarm there ever was, the oldest first.
  public func alarmList() throws -> [StoredAlarm] {
    try sql.rows("SELECT id, code, hash, at FROM alarms ORDER BY id").map { row in
      try StoredAlarm(
        id: row.integer(0), code: row.text(1), hash: row.optionalDigest(2),
        at: row.integer(3))
    }
  }

  /// How many acts of each kind the leaves `from ..< to` hold.
  public func actCounts(from: Int64, to: Int64) throws -> [String: Int] {
    let rows = try sql.rows(
      "SELECT json_extract(CAST(body AS TEXT), '$.kind'), COUNT(*) FROM acts "
        + "WHERE leaf >= ? AND leaf < ? GROUP BY 1", .integer(from), .integer(to))
    return Dictionary(
      try rows.map { (try $0.text(0), Int(try $0.integer(1))) }, uniquingKeysWith: +)
  }

  /// How many different tasks a person has been shown, as the logs say.
  public func shownTasks(person: ID) throws -> Int {
    let found = try sql.first("SELECT COUNT(*) FROM shown WHERE person = ?", .text(person.hex))
    return Int(try found?.integer(0) ?? 0)
  }
}
