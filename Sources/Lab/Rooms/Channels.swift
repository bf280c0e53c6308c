import BundleFormat
import Cryptography
import Store
import Vocabulary

/// Channels in lab.sqlite, for the length of one transaction.
struct Channels {
  let sql: SQL

  private static let columns = """
    id, project, room, key, seal, lease_acts, lease_ms, sequence, previous, acknowledged, echo,
    heard, receipt_epoch, receipt_sequence, receipt_size, receipt_root, receipt_sent, version,
    written, published, issued
    """

  func all(of project: ID? = nil) throws -> [ChannelRecord] {
    let rows =
      if let project {
        try sql.rows(
          "SELECT \(Self.columns) FROM channels WHERE project = ? ORDER BY id", .bytes(project))
      } else {
        try sql.rows("SELECT \(Self.columns) FROM channels ORDER BY project, id")
      }
    return try rows.map(Self.record)
  }

  func with(id: ID) throws -> ChannelRecord? {
    try sql.first("SELECT \(Self.columns) FROM channels WHERE id = ?", .bytes(id))
      .map(Self.record)
  }

  /// Inserts the channel, or replaces all that may change of it.
  func put(_ channel: ChannelRecord) throws {
    let receipt = channel.receipt
    let marks = Array(repeating: "?", count: 21).joined(separator: ", ")
    try sql.run(
      "INSERT OR REPLACE INTO channels (\(Self.columns)) VALUES (\(marks))",
      .bytes(channel.id), .bytes(channel.project), .bytes(channel.room),
      .blob(channel.key.bytes), .text(channel.seal.text),
      .optional(channel.lease?.acts), .optional(channel.lease?.activeMs),
      .integer(channel.sequence), .bytes(channel.previous), .integer(channel.acknowledged),
      .bytes(channel.echo), .optional(channel.heard),
      .bytes(receipt?.epoch), .optional(receipt?.sequence), .optional(receipt?.size),
      .bytes(receipt?.root), .flag(channel.receiptIsSent),
      .integer(channel.version), .integer(channel.written), .bytes(channel.published),
      .integer(channel.issued))
  }

  private static func record(_ row: SQLRow) throws -> ChannelRecord {
    guard let key = VerifyingKey(bytes: try row.blob(3)) else {
      throw StoreFailure(.damaged, path: "lab.sqlite", detail: "a room's key is not a key")
    }
    var channel = ChannelRecord(
      id: try row.id(0), project: try row.id(1), room: try row.id(2), key: key,
      seal: try AgeRecipient(row.text(4)), lease: try lease(row))
    channel.sequence = try row.integer(7)
    channel.previous = try row.digest(8)
    channel.acknowledged = try row.integer(9)
    channel.echo = try row.optionalID(10)
    channel.heard = try row.optionalInteger(11)
    channel.receipt = try receipt(row)
    channel.receiptIsSent = try row.flag(16)
    channel.version = try row.integer(17)
    channel.written = try row.integer(18)
    channel.published = try row.optionalDigest(19)
    channel.issued = try row.integer(20)
    return channel
  }

  private static func lease(_ row: SQLRow) throws -> Lease? {
    guard let acts = try row.optionalInteger(5) else { return nil }
    return Lease(acts: acts, activeMs: try row.integer(6))
  }

  private static func receipt(_ row: SQLRow) throws -> Receipt? {
    guard let epoch = try row.optionalFixed(12, as: EpochID.self) else { return nil }
    return Receipt(
      epoch: epoch, sequence: try row.integer(13), size: try row.integer(14),
      root: try row.digest(15))
  }
}
