public import Vocabulary

/// What a project's store knows of itself, one value each.
public enum ProjectFact: String, Sendable {
  case project, room, channel, epoch
  case root, timestamp, snapshot, targets, floor
  case lastAt, receiptedSize
  /// Set by orders: the sequence of the freeze or wipe that holds.
  case frozen, wiping
  /// The epoch before a restore, and whether the lab has yet to accept the one after it.
  case former, awaitsAcceptance
  /// Keys that the lab has declared void, and the one of the room's own that is to be replaced.
  case voidKeys, replacedKey
  case leaseLimitActs, leaseLimitMs, leaseActs, leaseMs, leaseRenewedBy
  /// Number of the newest room-wide event that this log has.
  case roomEvent
}

extension ProjectTransaction {
  /// The bytes kept under `fact`; nil before it is first set.
  public func bytes(_ fact: ProjectFact) throws -> [UInt8]? {
    try sql.first("SELECT value FROM meta WHERE key = ?", .text(fact.rawValue))?.blob(0)
  }

  /// Keeps bytes under `fact`, or forgets it.
  public func set(_ fact: ProjectFact, _ bytes: [UInt8]?) throws {
    guard let bytes else {
      return try sql.run("DELETE FROM meta WHERE key = ?", .text(fact.rawValue))
    }
    try sql.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", .text(fact.rawValue), .blob(bytes))
  }

  /// The integer kept under `fact`.
  public func integer(_ fact: ProjectFact) throws -> Int64? {
    guard let bytes = try bytes(fact) else { return nil }
    return Int64(String(decoding: bytes, as: UTF8.self))
  }

  /// Keeps an integer under `fact`.
  public func set(_ fact: ProjectFact, _ integer: Int64) throws {
    try set(fact, Array(String(integer).utf8))
  }

  /// The identifier kept under `fact`; throws when the store was never set up.
  public func identifier<Value: FixedBytes>(_ fact: ProjectFact) throws -> Value {
    guard let bytes = try bytes(fact), let value = Value(bytes: bytes) else {
      throw Refusal("store-incomplete", "the project's store has no \(fact.rawValue)")
    }
    return value
  }
}
