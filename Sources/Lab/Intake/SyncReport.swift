public import Vocabulary

/// What `sync` took in and put out.
public struct SyncReport: Sendable {
  /// An archive that was verified and taken in.
  public struct Taken: Sendable, Equatable {
    public let channel: ID
    public let epoch: EpochID
    public let sequence: Int64
    /// Leaves and acts that were not held before.
    public let leaves: Int64
    public let acts: Int64
    /// The log's size and root afterwards.
    public let size: Int64
    public let root: Digest
  }

  /// Something on the stick that was refused, with its reason.
  public struct Refused: Sendable, Equatable {
    public let channel: ID
    public let epoch: EpochID?
    public let sequence: Int64?
    public let code: String
    public let why: String
  }

  /// A channel that was written.
  public struct Written: Sendable, Equatable {
    public let channel: ID
    public let room: ID
    /// The version of its signed metadata.
    public let version: Int64
    /// Bundles that the room hasn't acknowledged.
    public let bundles: Int
  }

  public internal(set) var taken: [Taken] = []
  public internal(set) var refused: [Refused] = []
  /// What a person should know of the archives that were taken in.
  public internal(set) var findings: [Finding] = []
  public internal(set) var written: [Written] = []
  /// Channels on the stick that are not this lab's; they were left alone.
  public internal(set) var foreign = 0
}
