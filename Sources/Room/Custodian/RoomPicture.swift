public import Store
import Vocabulary

/// Everything the custodian's page shows of a room: people, projects, queues, alarms.
///
/// Counts only: no task, no answer, nothing that a person wrote.
public struct RoomPicture: Sendable {
  /// One person in one project.
  public struct Grant: Sendable {
    public let name: String
    /// When it was given, milliseconds since 1970 UTC; nil where nobody wrote it down.
    public let since: Int64?
    /// Where the person stands in the project's queue.
    public let counts: QueueCounts
  }

  /// One alarm, and whether the custodian has seen it.
  public struct Alarm: Sendable {
    public let alarm: StoredAlarm
    /// When it was acknowledged, milliseconds since 1970 UTC; nil while it waits for that.
    public let acknowledgedAt: Int64?
  }

  /// One project.
  public struct Project: Sendable {
    public let status: RoomStatus.Project
    /// The lab as the custodian named it; empty for the only one.
    public let lab: String
    /// Those who can open it now.
    public let grants: [Grant]
    public let alarms: [Alarm]
    /// Acts of each kind that the lab has not acknowledged.
    public let waiting: [String: Int]
  }

  /// The room's name.
  public let name: String
  /// Everybody who can sign in.
  public let people: [String]
  public let projects: [Project]
  /// Whether the card was written, and whether the lab was told its fingerprint.
  public let cardWritten: Bool
  public let labTold: Bool
}
