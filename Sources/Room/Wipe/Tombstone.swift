public import Vocabulary

/// What remains of a project that was destroyed in this room.
public struct Tombstone: Sendable, Equatable {
  /// The project's id.
  public let project: ID
  /// Its channel, whose folders on sticks are known from now on as those of a destroyed project.
  public let channel: ID
  /// The codename; empty where no bundle ever came.
  public let codename: String
  /// When the custodian destroyed it, milliseconds since 1970 UTC.
  public let at: Int64
  /// The number of the lab's order; nil where the custodian did it of their own will.
  public let order: Int64?
  /// Size and root of the log at its end, which the last archive signs.
  public let size: Int64
  /// See `size`.
  public let root: Digest
}
