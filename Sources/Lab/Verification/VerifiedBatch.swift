public import AnnotationModel
public import BundleFormat
public import Cryptography
public import Vocabulary

/// What an archive brought, every byte of it checked. Only `ArchiveVerifier` makes one.
///
/// Leaves and acts were handed to the `BatchSink` while they passed; they count from the moment
/// that this exists.
public struct VerifiedBatch: Sendable {
  /// The archive's manifest.
  public let manifest: ResultManifest
  /// The channel's new position: size and root of the archive's checkpoint.
  public let position: LogPosition
  /// What is needed to append the leaves after it.
  public let frontier: MerkleFrontier
  /// Leaves that were not held before.
  public let newLeaves: Int64
  /// Acts that were not held before.
  public let newActs: Int64
  /// Time of the last leaf, in milliseconds since 1970.
  public let lastAt: Int64
  /// The epoch that a `restored` leaf at the log's start names.
  public let former: EpochID?
  /// The people whose state is another now.
  public let people: [ID: PersonState]
  /// A rotated card, whose key counts from the next archive.
  public let card: RoomCard?
  /// The card's bytes.
  public let cardBytes: [UInt8]?
  /// What a person should know of it, though nothing is wrong with the archive.
  public let findings: [Finding]
}

/// Something in a log that a person of the lab should hear of.
public struct Finding: Equatable, Sendable {
  /// A reason code, or the code of the room's own alarm.
  public let code: String
  /// One line, without content of tasks or answers.
  public let why: String

  /// A finding of this code.
  public init(_ code: String, _ why: String) {
    self.code = code
    self.why = why
  }
}

/// An act that was checked against leaf, key, chain, task, schema and answers.
public struct VerifiedAct: Sendable {
  /// SHA-256 of the body.
  public let hash: Digest
  /// The index of its leaf.
  public let place: Int64
  /// The act itself.
  public let act: Act
  /// The bytes that were signed.
  public let body: [UInt8]
  /// Where the person stands with the act's task after it; nil for an act without one.
  public let standing: TaskStanding?
  /// Whether it counts in nothing until the person is accepted.
  public let isWaiting: Bool
}

/// Where leaves and acts go while an archive is read.
///
/// Nothing that it is given is final before the verifier returns: a sink that keeps things must be
/// able to forget them (a transaction rolled back).
public protocol BatchSink: AnyObject {
  /// The next leaf that was not held before, without its LF.
  func leaf(_ line: ArraySlice<UInt8>, place: Int64) throws
  /// The next act that was not held before.
  func act(_ act: VerifiedAct) throws
}
