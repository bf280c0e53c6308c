public import Vocabulary

/// What `sync` took in and put out.
public struct SyncReport: Sendable {
  /// An archive that was verified and taken in.
  public struct Taken: Sendable, Equatable {
    /// The channel's id.
    public let channel: ID
    /// The life of its log.
    public let epoch: EpochID
    /// The archive's place in its epoch.
    public let sequence: Int64
    /// Leaves and acts that were not held before.
    public let leaves: Int64
    /// Acts that were not held before.
    public let acts: Int64
    /// The log's size and root afterwards.
    public let size: Int64
    /// The log's root afterwards.
    public let root: Digest
  }

  /// Something on the stick that was refused, with its reason.
  public struct Refused: Sendable, Equatable {
    /// The channel's id.
    public let channel: ID
    /// The life of its log.
    public let epoch: EpochID?
    /// The archive's place in its epoch.
    public let sequence: Int64?
    /// The reason's code.
    public let code: String
    /// One line for a person.
    public let why: String
  }

  /// A channel that was written.
  public struct Written: Sendable, Equatable {
    /// The channel's id.
    public let channel: ID
    /// The room's id.
    public let room: ID
    /// The version of its signed metadata.
    public let version: Int64
    /// Bundles that the room hasn't acknowledged.
    public let bundles: Int
  }

  /// What was taken in, in that order.
  public internal(set) var taken: [Taken] = []
  /// What was refused.
  public internal(set) var refused: [Refused] = []
  /// What a person should know of the archives that were taken in.
  public internal(set) var findings: [Finding] = []
  /// Tasks that came back from a recall: the rooms' logs prove that nobody was shown them.
  public internal(set) var returned = 0
  /// Tasks of a recall that stay where they are, since somebody was shown them.
  public internal(set) var keptBack = 0
  /// What was put out.
  public internal(set) var written: [Written] = []
  /// The channels that were written or brought something, each once, by their ids.
  public var channels: [ID] {
    Set(written.map(\.channel) + taken.map(\.channel) + refused.map(\.channel))
      .sorted { $0.hex < $1.hex }
  }
  /// Channels on the stick that are not this lab's; they were left alone.
  public internal(set) var foreign = 0
}
