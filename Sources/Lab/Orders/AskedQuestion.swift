public import Vocabulary

/// A question or flag of a contractor.
public struct AskedQuestion: Sendable, Equatable {
  /// The hash of the act, by which a reply names it.
  public let act: Digest
  /// The project's id.
  public let project: ID
  /// The room's id.
  public let room: ID
  /// The contractor's id in the project.
  public let person: ID
  /// "ask" or "flag".
  public let kind: String
  /// The task that it is about.
  public let task: Digest?
  /// What they wrote.
  public let text: String
  /// When, milliseconds since 1970 UTC, by the room's clock.
  public let at: Int64
  /// The lab's answers, in their order.
  public let replies: [String]
}
