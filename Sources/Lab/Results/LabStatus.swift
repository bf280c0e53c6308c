public import Vocabulary

/// What a lab knows of its projects and rooms.
public struct LabStatus: Sendable {
  /// One project in one room.
  public struct Channel: Sendable {
    public let room: ID
    public let channel: ID
    /// Tasks that went out, and those on which an answer counts or a skip stands.
    public let tasks: Int64
    public let answered: Int64
    public let skipped: Int64
    /// Bundles and orders made, and how far the room has acknowledged them.
    public let bundles: Int64
    public let acknowledged: Int64
    /// The newest archive and the leaves that were verified.
    public let archive: Int64?
    public let leaves: Int64
    /// When it was taken in, in milliseconds since 1970.
    public let heard: Int64?
    public let people: Int64
    /// People whose acts wait.
    public let waitingPeople: Int64
    /// Lives of the log that wait.
    public let waitingEpochs: Int64
    public let findings: Int64
  }

  /// One project.
  public struct Project: Sendable {
    public let id: ID
    public let codename: String
    public let version: Int64
    public let records: Int64
    /// Tasks written, counted for each room.
    public let packed: Int64
    /// Answers that count.
    public let answers: Int64
    public let channels: [Channel]
  }

  public let name: String
  public let projects: [Project]
}
