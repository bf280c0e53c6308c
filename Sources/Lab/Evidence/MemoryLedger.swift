import Synchronization
public import Vocabulary

/// A ledger that forgets with the process: the twin of `SQLLedger`.
public final class MemoryLedger: LabLedger, Sendable {
  private let positions = Mutex<[ID: LogPosition]>([:])

  /// An empty ledger.
  public init() {}

  /// See `LabLedger`.
  public func position(of channel: ID) -> LogPosition? {
    positions.withLock { $0[channel] }
  }

  /// See `LabLedger`.
  public func advance(from old: LogPosition?, to new: LogPosition) throws {
    try positions.withLock { positions in
      guard positions[new.channel] == old, new.follows(old) else {
        throw LedgerConflict(channel: new.channel)
      }
      positions[new.channel] = new
    }
  }
}
