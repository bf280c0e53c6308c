public import Vocabulary

/// Something that the lab wrote to this person, or to everybody in the project.
public struct LabLetter: Sendable, Equatable {
  /// The hash of its order's manifest, by which a `read` act names it.
  public let notice: Digest
  /// The order's name: "message", "reply", "freeze", …
  public let kind: String
  /// What it says.
  public let text: String
  /// When the lab made it, milliseconds since 1970 UTC.
  public let at: Int64
  /// Of a reply: what the person had asked or flagged, and the place of the task it was about.
  public let question: String?
  public let position: Int64?
  /// Whether the person has said that they read it.
  public let isRead: Bool
}
