public import Vocabulary

/// How a room stands, for its custodian.
public struct RoomStatus: Sendable {
  /// One project in it.
  public struct Project: Sendable {
    /// The project's id.
    public let project: ID
    /// Nil before the first bundle.
    public let codename: String?
    /// Tasks in its queue.
    public let tasks: Int
    /// Entries in the channel's log.
    public let leaves: Int64
    /// Number of the newest bundle or order, 0 for none.
    public let lastBundle: Int64
    /// Number of the newest archive, 0 for none.
    public let lastArchive: Int64
    /// Number of the newest archive that the lab has, 0 for none.
    public let receipted: Int64
    /// Archives that went out and were not acknowledged yet.
    public let unreceipted: Int64
    /// How many alarms there ever were.
    public let alarms: Int64
    /// The newest alarm's code.
    public let newestAlarm: String?
    /// How long the room can go on without hearing from the lab.
    public let lease: LeaseOutlook
    /// Why the lab lets no new task be opened; nil where it does.
    public let pause: Pause?
    /// Whether the room was restored and the lab has not accepted its new log yet.
    public let awaitsAcceptance: Bool
  }

  /// The room's name, as its custodian gave it.
  public let name: String
  /// Whether every secret of this process so far lay in memory that is never swapped out.
  public let memoryLocked: Bool
  /// How many contractors can sign in.
  public let people: Int
  /// Every project that this room trusts.
  public let projects: [Project]
  /// Projects that were destroyed in it.
  public let destroyed: [Tombstone]
}
