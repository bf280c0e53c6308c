public import Vocabulary

/// What lies on a stick for this room and what a sync would do, found without changing anything.
///
/// All of it comes from metadata whose signatures hold; what is inside a bundle is known only once
/// it is taken in.
public struct StickView: Sendable {
  /// One project of this room.
  public struct Channel: Sendable {
    /// The project's id.
    public let project: ID
    /// The codename; nil before the first bundle.
    public let codename: String?
    /// The name that this room gave the lab; empty for the only one.
    public let lab: String
    /// What the stick brings.
    public let down: Down
    /// Log entries that the lab hasn't acknowledged, which go onto the stick.
    public let leaves: Int64
    /// Acts among them, by kind.
    public let acts: [String: Int]
    /// The newest archive that the lab has acknowledged, 0 for none.
    public let receipted: Int64
  }

  /// What comes down in a channel.
  public enum Down: Sendable, Equatable {
    /// The stick has no folder for this project, so it isn't meant for it.
    case absent
    /// Everything on it was taken in before.
    case nothingNew
    /// So many bundles and orders that this room hasn't had, and their sealed bytes together.
    case new(bundles: Int, bytes: Int64)
    /// It is older than what this room has: sticks cross.
    case older
    /// The lab's machine hadn't finished writing it.
    case unfinished
    /// It would be refused, for this reason. The sync says so again and writes the alarm.
    case refused(Refusal)
  }

  /// Every project that this room trusts.
  public let channels: [Channel]
  /// Folders of other rooms, or of projects that this room doesn't trust.
  public let foreign: Int
  /// Whether nothing can be put out onto it.
  public let isReadOnly: Bool
}
