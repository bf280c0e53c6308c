public import Vocabulary

/// What a stick carries for this room, and what would go out on it.
///
/// It comes from metadata whose signatures hold; what is inside a bundle is known once it is in.
public struct StickContents: Sendable, Equatable {
  /// What comes down for a project.
  public enum Down: Sendable, Equatable {
    /// The stick has no folder for it, so it isn't meant for it.
    case absent
    /// Everything was taken in before.
    case nothingNew
    /// So many sealed bundles that the room hasn't had, and their bytes together.
    case new(bundles: Int, bytes: Int64)
    /// It is older than what the room has.
    case older
    /// The lab's machine hadn't finished writing it.
    case unfinished
    /// It would be refused, for the reason of this code.
    case refused(code: String)
  }

  /// One project of this room.
  public struct Channel: Sendable, Equatable {
    public var project: ID
    /// Nil before its first tasks came.
    public var codename: String?
    public var down: Down
    /// What would go out.
    public var waiting: ActCounts
    /// The lab has everything up to this archive, 0 for none.
    public var receipted: Int64

    /// A project and what the stick means for it.
    public init(
      project: ID, codename: String?, down: Down, waiting: ActCounts, receipted: Int64
    ) {
      self.project = project
      self.codename = codename
      self.down = down
      self.waiting = waiting
      self.receipted = receipted
    }
  }

  public var channels: [Channel]
  /// Folders of other rooms and projects, which are left alone.
  public var others: Int
  /// Files that may be a lab's trust.
  public var trustFiles: [String]
  /// Whether nothing can be put on it.
  public var isReadOnly: Bool

  /// The contents of a stick.
  public init(channels: [Channel], others: Int, trustFiles: [String], isReadOnly: Bool) {
    self.channels = channels
    self.others = others
    self.trustFiles = trustFiles
    self.isReadOnly = isReadOnly
  }
}
