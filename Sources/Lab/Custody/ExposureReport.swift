public import Vocabulary

/// Who was shown what, as rooms' logs say it: what an incident calls for.
public struct ExposureReport: Sendable, Equatable {
  /// A task with those who were shown it.
  public struct Task: Sendable, Equatable {
    /// The task's hash.
    public let task: Digest
    /// The record that it was made of, as its id is spelled.
    public let record: String
    /// The room that has it.
    public let room: ID
    /// Number of the bundle that brought it.
    public let bundle: Int64
    /// Whether the room's log says that the bundle was taken in: else no one there can have seen
    /// it.
    public let hasArrived: Bool
    /// How a recall of it stands; nil without one.
    public let recall: String?
    /// Those who were shown it, each with the time of the first showing by the room's clock.
    public let shown: [Showing]
  }

  /// One person, once.
  public struct Showing: Sendable, Equatable {
    /// The person's id in the project.
    public let person: ID
    /// When first, milliseconds since 1970 UTC by the room's clock.
    public let at: Int64
  }

  /// The project's id.
  public let project: ID
  /// Every task that went out, in the order in which it did.
  public let tasks: [Task]
}
