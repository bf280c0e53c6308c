public import Vocabulary

/// The one place that says how far each channel's log was verified (design.md, "The lab's side").
///
/// Many processes may verify; only the one whose starting point still holds may move a channel on.
/// SQLite now; a server's database conforms to the same two functions and passes the same tests.
public protocol LabLedger {
  /// Where a channel stands; nil before its first archive.
  func position(of channel: ID) throws -> LogPosition?

  /// Moves a channel from exactly `old` (nil: nothing yet) to `new`.
  ///
  /// Throws `LedgerConflict`, and changes nothing, where the channel stands elsewhere, or `new` is
  /// of another channel or shorter in the same epoch.
  func advance(from old: LogPosition?, to new: LogPosition) throws
}

/// A channel that no longer stands where a verification began.
public struct LedgerConflict: Error, Equatable, Sendable, CustomStringConvertible {
  /// The channel's id.
  public let channel: ID

  /// One line for a person.
  public var description: String {
    "channel \(channel) was moved on by another process: try again"
  }
}

extension LogPosition {
  /// Whether a ledger may go from `old` to this.
  func follows(_ old: LogPosition?) -> Bool {
    guard let old else { return true }
    return channel == old.channel && (epoch != old.epoch || size >= old.size)
  }
}
