public import AnnotationModel
public import Cryptography
public import Vocabulary

/// What the lab knew of a channel before an archive came: everything that `ArchiveVerifier` judges
/// it by, without a word of where it is kept.
///
/// It says what was so before the archive, unchanged while the archive is read.
public protocol ChannelKnowledge {
  var project: ID { get }
  var room: ID { get }
  /// The room's key, which signs checkpoints.
  var key: VerifyingKey { get }
  /// The life of the log that this is about.
  var log: LogName { get }
  /// The last checkpoint that was verified; nil before the first.
  var position: LogPosition? { get }
  /// The log before a restore, as its `restored` leaf named it.
  var former: EpochID? { get }
  /// Time of the last leaf held, in milliseconds since 1970; 0 without one.
  var lastAt: Int64 { get }
  /// Whether tasks, schemas and bundles are known here, so that acts can be checked against them.
  var knowsTasks: Bool { get }

  /// What is needed to append leaves after the first `size`; nil where fewer are held.
  func frontier(at size: Int64) throws -> MerkleFrontier?
  /// A leaf that is held, without its LF; nil beyond the end.
  func line(_ place: Int64) throws -> [UInt8]?
  /// What is known of a person; nil for one that the log has not introduced.
  func person(_ id: ID) throws -> PersonState?
  /// Where a person stands with a task.
  func standing(_ person: ID, task: Digest) throws -> TaskStanding
  /// A task that was issued to this channel.
  func task(_ hash: Digest) throws -> IssuedTask?
  /// Whether contractors of this channel may have been shown these guidelines.
  func issuedGuidelines(_ hash: Digest) throws -> Bool
  /// The hash of the manifest of a bundle of this channel.
  func manifest(_ sequence: Int64) throws -> Digest?
}

/// A task as it went to a room, with the schema of its bundle.
public struct IssuedTask: Sendable {
  /// The task.
  public let task: AnnotationTask
  /// The schema of its bundle.
  public let schema: ProjectSchema
  /// The hash that acts on the task must name.
  public let schemaHash: Digest

  /// A task with the schema that it was issued under.
  public init(task: AnnotationTask, schema: ProjectSchema, schemaHash: Digest) {
    self.task = task
    self.schema = schema
    self.schemaHash = schemaHash
  }
}

/// What a log has said of a person so far.
public struct PersonState: Equatable, Sendable {
  /// The key that signs the next act.
  public internal(set) var key: VerifyingKey
  /// The end of the person's chain in this log.
  public internal(set) var head: ActHead
  /// The end of the person's chain in the log before a restore.
  public internal(set) var formerHead: ActHead
  /// Whether the person's acts wait for a word of the lab, since their key was replaced by another
  /// that no act of theirs names.
  public internal(set) var isWaiting: Bool

  /// A person with this key.
  public init(
    key: VerifyingKey, head: ActHead = ActHead(), formerHead: ActHead = ActHead(),
    isWaiting: Bool = false
  ) {
    self.key = key
    self.head = head
    self.formerHead = formerHead
    self.isWaiting = isWaiting
  }
}
