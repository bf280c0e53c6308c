public import Vocabulary

/// What went where, what came back, and what is outstanding (issue: custody both ways). Times are
/// milliseconds since 1970 UTC by the lab's clock.
public struct CustodyReport: Sendable {
  /// A release of a channel that was put whole on a stick for the first time.
  public struct Delivery: Sendable, Equatable {
    /// When.
    public let at: Int64
    /// The stick as the lab's machine knew it.
    public let stick: String
    /// Version of the signed metadata.
    public let version: Int64
    /// The first and last bundle that it listed; nil for a release without any.
    public let first: Int64?
    /// See `first`.
    public let last: Int64?
  }

  /// A bundle or order that was made for a room.
  public struct Bundle: Sendable, Equatable {
    /// Its number in the channel's sequence.
    public let sequence: Int64
    /// "tasks", or the order's name.
    public let kind: String
    /// Tasks in it.
    public let tasks: Int64
    /// The hash of its manifest.
    public let manifest: Digest
    /// When it was made.
    public let made: Int64
    /// When it first lay whole on a stick; nil where it never did.
    public let sent: Int64?
    /// Whether the room has it.
    public let isAcknowledged: Bool
  }

  /// An archive that was verified and taken in.
  public struct Archive: Sendable, Equatable {
    /// The life of the log that it is of.
    public let epoch: EpochID
    /// Its number in the epoch.
    public let sequence: Int64
    /// The log's size and root that it signs.
    public let size: Int64
    /// See `size`.
    public let root: Digest
    /// SHA-256 of the sealed file.
    public let archive: Digest
    /// When it was taken in.
    public let taken: Int64
  }

  /// What was refused of a channel, once for each archive and reason.
  public struct Refused: Sendable, Equatable {
    /// The reason.
    public let code: String
    /// The epoch and number of the archive, where there was one.
    public let epoch: String?
    /// See `epoch`.
    public let sequence: Int64?
    /// When it was met first and last, and how often.
    public internal(set) var first: Int64
    /// See `first`.
    public internal(set) var last: Int64
    /// See `first`.
    public internal(set) var times: Int64
  }

  /// Something that a person should know: a contradiction, a quarantine, an alarm of the room.
  public struct Finding: Sendable, Equatable {
    /// Its number, also that of its folder of evidence.
    public let id: Int64
    /// When it was found.
    public let at: Int64
    /// The reason.
    public let code: String
    /// One line.
    public let why: String
    /// Whether the lab keeps what proves it.
    public let hasEvidence: Bool
  }

  /// One room's channel.
  public struct Channel: Sendable {
    /// The room's id.
    public let room: ID
    /// The channel's id.
    public let channel: ID
    /// "frozen", "wiped", "revoked", each with its beginning.
    public let states: [(name: String, since: Int64)]
    /// What went out.
    public let bundles: [Bundle]
    /// On which sticks.
    public let deliveries: [Delivery]
    /// What came back.
    public let archives: [Archive]
    /// What was refused of it.
    public let refused: [Refused]
    /// What a person should know.
    public let findings: [Finding]
    /// When the room was heard last; nil for never.
    public let heard: Int64?
    /// Tasks that went out, and those without an answer or skip.
    public let tasks: Int64
    /// See `tasks`.
    public let open: Int64
    /// Tasks taken back by how that stands: asked, returned, kept, reissued.
    public let recalls: [(state: String, count: Int64)]

    /// What the room hasn't acknowledged.
    public var outstanding: [Bundle] { bundles.filter { !$0.isAcknowledged } }
  }

  /// The project's id.
  public let project: ID
  /// Its name among people.
  public let codename: String
  /// When this was asked.
  public let at: Int64
  /// Its rooms.
  public let channels: [Channel]
}
