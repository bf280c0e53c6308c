import Store
import Vocabulary

/// Reads out of lab.sqlite who was shown a channel's tasks.
struct ExposureQuery {
  let sql: SQL
  let channel: ChannelRecord

  func tasks(named names: [String]) throws -> [ExposureReport.Task] {
    let wanted =
      try names.isEmpty
      ? nil : Set(names.flatMap { try Recalls(sql: sql).tasks(named: $0, in: channel.id) })
    let showings = try self.showings()
    let arrived = Set(
      try SeenTasks(sql: sql).imports(in: channel.id).values.flatMap(\.keys))
    return try sql.rows(
      """
      SELECT tasks.hash, spelled, sequence, (SELECT state FROM recalls WHERE task = tasks.hash)
      FROM tasks JOIN records ON records.id = tasks.record
      WHERE channel = ? ORDER BY sequence, place
      """, .bytes(channel.id)
    ).compactMap { row in
      let task = try row.digest(0)
      guard wanted?.contains(task) ?? true else { return nil }
      let bundle = try row.integer(2)
      return ExposureReport.Task(
        task: task, record: String(decoding: try row.blob(1), as: UTF8.self), room: channel.room,
        bundle: bundle, hasArrived: arrived.contains(bundle), recall: try row.optionalText(3),
        shown: showings[task.hex, default: []])
    }
  }

  private func showings() throws -> [String: [ExposureReport.Showing]] {
    var found: [String: [ExposureReport.Showing]] = [:]
    let rows = try sql.rows(
      """
      WITH leaves AS (
        SELECT CAST(line AS TEXT) AS line FROM event_leaf
        JOIN event_log ON event_log.id = event_leaf.log WHERE event_log.name LIKE ?
      )
      SELECT json_extract(line, '$.task'), json_extract(line, '$.person'),
        min(json_extract(line, '$.at')) AS first
      FROM leaves WHERE json_extract(line, '$.event') = 'shown' GROUP BY 1, 2 ORDER BY first
      """, .text(SeenTasks.logs(of: channel.id)))
    for row in rows {
      guard let person = ID(hex: try row.text(1)) else { continue }
      found[try row.text(0), default: []].append(
        ExposureReport.Showing(person: person, at: try row.integer(2)))
    }
    return found
  }
}
