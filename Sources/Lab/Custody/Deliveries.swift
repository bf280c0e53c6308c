import Store
import Vocabulary

/// What was put on which stick, in lab.sqlite, for the length of one transaction.
struct Deliveries {
  let sql: SQL

  /// Writes down that a channel's release lies on a stick whole: its metadata, and every bundle
  /// that the room hasn't acknowledged.
  func put(_ channel: ChannelRecord, on stick: String, at: Int64) throws {
    let first = channel.acknowledged + 1
    let holds = first <= channel.sequence
    // The same version on the same stick is the same delivery, however often it is brought there.
    let known = try sql.first(
      "SELECT 1 FROM deliveries WHERE channel = ? AND stick = ? AND version = ?",
      .bytes(channel.id), .text(stick), .integer(channel.version))
    guard known == nil else { return }
    try sql.run(
      "INSERT INTO deliveries (channel, at, stick, version, first, last) VALUES (?, ?, ?, ?, ?, ?)",
      .bytes(channel.id), .integer(at), .text(stick), .integer(channel.version),
      holds ? .integer(first) : .null, holds ? .integer(channel.sequence) : .null)
  }

  /// A channel's, the oldest first.
  func all(of channel: ID) throws -> [CustodyReport.Delivery] {
    try sql.rows(
      "SELECT at, stick, version, first, last FROM deliveries WHERE channel = ? ORDER BY id",
      .bytes(channel)
    ).map {
      CustodyReport.Delivery(
        at: try $0.integer(0), stick: try $0.text(1), version: try $0.integer(2),
        first: try $0.optionalInteger(3), last: try $0.optionalInteger(4))
    }
  }
}
