public import Vocabulary

/// How a room stands, for its custodian.
public struct RoomStatus: Sendable {
  /// One project in it.
  public struct Project: Sendable {
    public let project: ID
    /// Nil before the first bundle.
    public let codename: String?
    public let tasks: Int
    /// Entries in the channel's log.
    public let leaves: Int64
    /// Number of the newest bundle and archive, and of the newest archive the lab has, 0 for none.
    public let lastBundle: Int64
    public let lastArchive: Int64
    public let receipted: Int64
    /// Archives that went out and were not acknowledged yet.
    public let unreceipted: Int64
    public let alarms: Int64
    public let newestAlarm: String?
  }

  public let name: String
  /// Whether every secret of this process so far lay in memory that is never swapped out.
  public let memoryLocked: Bool
  public let people: Int
  public let projects: [Project]
}
