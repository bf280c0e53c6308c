public import Vocabulary

/// How far the lab has followed a channel's log: an exact state, named by its root.
public struct LogPosition: Hashable, Sendable {
  /// One project in one room.
  public let channel: ID
  /// The life of the log.
  public let epoch: EpochID
  /// Leaves that were verified.
  public let size: Int64
  /// Root over these leaves (RFC 6962).
  public let root: Digest

  /// A position after `size` leaves.
  public init(channel: ID, epoch: EpochID, size: Int64, root: Digest) {
    self.channel = channel
    self.epoch = epoch
    self.size = size
    self.root = root
  }
}
