public import AnnotationModel
public import Vocabulary

/// A sitting that a receipt code stands for, as the lab's logs show it.
public struct FoundSitting: Sendable {
  /// The project's codename, the room, the log.
  public let codename: String
  public let room: ID
  public let log: LogName
  /// Whose it is, by the id in this project, with its leaves and acts.
  public let sitting: Sitting
  /// How many of the acts the lab has verified, and the active milliseconds that they claim.
  public let verified: Int
  public let activeMs: Int64
}
