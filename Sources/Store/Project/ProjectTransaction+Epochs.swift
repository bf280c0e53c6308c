public import AnnotationModel
public import Vocabulary

/// One life of a channel's log after another (formats.md, section 4, "Epochs").
extension ProjectTransaction {
  /// Whether this life of the log began with a restore that the lab has not accepted yet.
  public var awaitsAcceptance: Bool {
    get throws { try bytes(.awaitsAcceptance) != nil }
  }

  /// The log of an earlier life, which `setLogAside` keeps under its epoch.
  public func formerLog(_ epoch: EpochID) -> EventLog { EventLog(sql, name: epoch.hex) }

  /// Keeps the log under `epoch` and begins an empty one: numbers of archives and acts start
  /// afresh, and nothing of the new log is receipted.
  ///
  /// Bodies of acts stay. Those that come again are given their new place by `place`; the place of
  /// the others is negative from now on.
  public func setLogAside(as epoch: EpochID) throws {
    try log.rename(to: epoch.hex)
    let lowest = min(0, try sql.first("SELECT coalesce(min(leaf), 0) FROM acts")?.integer(0) ?? 0)
    try sql.run("UPDATE acts SET leaf = ? - leaf WHERE leaf >= 0", .integer(lowest - 1))
    try sql.run("DELETE FROM exports")
    try sql.run("UPDATE people SET n = 0, last = ?", .blob(Digest.zero.bytes))
    try set(.receiptedSize, 0)
    try set(.leaseRenewedBy, nil)
    try set(.former, epoch.bytes)
  }

  /// Appends the leaf of an act whose body is here already, from an earlier life of the log.
  public func appendAgain(_ act: Digest, leaf: Leaf) throws {
    let place = try append(leaf)
    try sql.run(
      "UPDATE acts SET leaf = ? WHERE hash = ?", .integer(place), .blob(act.bytes))
    let isHere = sql.changes == 1
    let epoch: EpochID = try identifier(.epoch)
    try sql.run(
      "UPDATE deeds SET epoch = ?, leaf = ? WHERE hash = ?", .blob(epoch.bytes), .integer(place),
      .blob(act.bytes))
    guard isHere else {
      throw Refusal("store-damaged", "the body of an act that the log names isn't in the store")
    }
  }

  /// The bodies that may be `key` acts, which a leaf doesn't tell: those that hold the words.
  public func possibleKeyActs() throws -> [[UInt8]] {
    try sql.rows(
      "SELECT body FROM acts WHERE instr(body, CAST('\"kind\":\"key\"' AS BLOB)) > 0"
    ).map { try $0.blob(0) }
  }

  /// How many imports and exports stand in the log from `place` on.
  public func exchanges(from place: Int64) throws -> Int {
    var count = 0
    try log.lines(from: place, to: log.size()) { line in
      switch try Leaf(parsing: line).event {
      case .import, .export: count += 1
      default: break
      }
    }
    return count
  }
}
