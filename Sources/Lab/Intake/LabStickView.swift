public import Vocabulary

/// What lies on a stick for this lab and what a sync would do, found from names, sizes and what the
/// lab holds: nothing is opened and nothing changes.
public struct LabStickView: Sendable {
  /// One channel that the stick has a folder of, or will get one.
  public struct Channel: Sendable, Equatable {
    /// The channel's id.
    public let channel: ID
    /// The room's id.
    public let room: ID
    /// The project's name among people.
    public let codename: String
    /// Archives that the lab hasn't taken in. Whether they hold is seen when they are, and of those
    /// of one log the newest mostly makes the others needless.
    public let archives: Int
    /// Their bytes together.
    public let bytes: Int64
    /// Bundles and orders that the room hasn't acknowledged, which the stick is to carry.
    public let bundles: Int
    /// Whether the sync writes this channel.
    public let isWritten: Bool
  }

  /// The channels, in the order of their ids.
  public let channels: [Channel]
  /// Folders of other labs.
  public let foreign: Int
  /// Bytes that can still be written; nil where the drive doesn't know.
  public let free: Int64?
  /// Whether nothing can be written.
  public let isReadOnly: Bool
}
