public import Vocabulary

/// What a lab knows of its projects and rooms.
public struct LabStatus: Sendable {
  /// One project in one room.
  public struct Channel: Sendable {
    /// The room's id.
    public let room: ID
    /// The channel's id.
    public let channel: ID
    /// Tasks that went out, and those on which an answer counts or a skip stands.
    public let tasks: Int64
    /// Tasks on which an answer counts, counted for each person.
    public let answered: Int64
    /// Tasks on which a skip stands.
    public let skipped: Int64
    /// Bundles and orders made, and how far the room has acknowledged them.
    public let bundles: Int64
    /// The newest bundle that the room has taken in.
    public let acknowledged: Int64
    /// The newest archive and the leaves that were verified.
    public let archive: Int64?
    /// Leaves of its log that were verified.
    public let leaves: Int64
    /// When it was taken in, in milliseconds since 1970.
    public let heard: Int64?
    /// People whom its log has introduced.
    public let people: Int64
    /// People whose acts wait.
    public let waitingPeople: Int64
    /// Lives of the log that wait.
    public let waitingEpochs: Int64
    /// Things that a person should have heard of.
    public let findings: Int64
    /// "frozen", "wiped", "revoked", where the lab has decided so.
    public let states: [String]
  }

  /// One project.
  public struct Project: Sendable {
    /// The project's id.
    public let id: ID
    /// Its name among people.
    public let codename: String
    /// The newest version of its schema.
    public let version: Int64
    /// Records that were ever packed.
    public let records: Int64
    /// Tasks written, counted for each room.
    public let packed: Int64
    /// Answers that count.
    public let answers: Int64
    /// Its rooms.
    public let channels: [Channel]
    /// Its rotations of keys, the oldest first.
    public let rotations: [RotationStatus]
  }

  /// What the lab is called.
  public let name: String
  /// Its projects, oldest first.
  public let projects: [Project]
}
