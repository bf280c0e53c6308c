public import Store
public import Vocabulary

/// The ledger in lab.sqlite, for the length of one transaction: a batch and the step that it makes
/// are committed together.
public struct SQLLedger: LabLedger {
  private let sql: SQL

  /// The ledger as this transaction sees it.
  public init(_ sql: SQL) { self.sql = sql }

  /// See `LabLedger`.
  public func position(of channel: ID) throws -> LogPosition? {
    try sql.first(
      "SELECT epoch, size, root FROM ledger WHERE channel = ?", .bytes(channel)
    ).map {
      LogPosition(
        channel: channel, epoch: try $0.fixed(0), size: try $0.integer(1), root: try $0.digest(2))
    }
  }

  /// See `LabLedger`.
  public func advance(from old: LogPosition?, to new: LogPosition) throws {
    guard new.follows(old) else { throw LedgerConflict(channel: new.channel) }
    if let old {
      try sql.run(
        """
        UPDATE ledger SET epoch = ?, size = ?, root = ?
        WHERE channel = ? AND epoch = ? AND size = ? AND root = ?
        """,
        .bytes(new.epoch), .integer(new.size), .bytes(new.root),
        .bytes(old.channel), .bytes(old.epoch), .integer(old.size), .bytes(old.root))
    } else {
      try sql.run(
        "INSERT OR IGNORE INTO ledger (channel, epoch, size, root) VALUES (?, ?, ?, ?)",
        .bytes(new.channel), .bytes(new.epoch), .integer(new.size), .bytes(new.root))
    }
    guard sql.changes == 1 else { throw LedgerConflict(channel: new.channel) }
  }
}
