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

  /// Whether earlier lives of the log are known here, so that what comes again can be checked
  /// against them.
  var knowsFormerLives: Bool { get }
  /// Whether the lab holds leaves of that life of the channel's log.
  func holds(_ epoch: EpochID) throws -> Bool
  /// The root of another life of the log at a size; nil where fewer leaves are held.
  func root(of epoch: EpochID, at size: Int64) throws -> Digest?
  /// An act that is held, in whichever log it came.
  func heldAct(_ hash: Digest) throws -> HeldAct?
  /// What the life of the log before this one said of a person last.
  func formerPerson(_ id: ID) throws -> PersonState?
}

extension ChannelKnowledge {
  // Without a lab nothing is known of earlier lives of a log.
  public var knowsFormerLives: Bool { false }
  public func holds(_ epoch: EpochID) throws -> Bool { false }
  public func root(of epoch: EpochID, at size: Int64) throws -> Digest? { nil }
  public func heldAct(_ hash: Digest) throws -> HeldAct? { nil }
  public func formerPerson(_ id: ID) throws -> PersonState? { nil }
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

/// What later acts must know of one that is held.
public struct HeldAct: Sendable {
  let person: ID
  let log: LogName
  let n: Int64
  let task: Digest?
  let kind: ActKind

  init(_ act: Act) {
    (person, log, n) = (act.person, act.log, act.n)
    (task, kind) = (act.task, act.kind)
  }
}

/// What a log has said of a person so far.
public struct PersonState: Equatable, Sendable {
  /// The key that signs the next act.
  public internal(set) var key: VerifyingKey
  /// The end of the person's chain in this log.
  public internal(set) var head: ActHead
  /// Whether the person's acts wait for a word of the lab, since their key was replaced by another
  /// that no act of theirs names.
  public internal(set) var isWaiting: Bool

  /// A person with this key.
  public init(
    key: VerifyingKey, head: ActHead = ActHead(), isWaiting: Bool = false
  ) {
    self.key = key
    self.head = head
    self.isWaiting = isWaiting
  }
}
