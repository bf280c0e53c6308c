public import Vocabulary

/// Something that the lab wrote.
public struct DeskLetter: Sendable, Equatable {
  /// By which a `read` act names it.
  public let notice: Digest
  /// The order's name: "message", "reply", "freeze", …
  public let kind: String
  public let text: String
  /// Milliseconds since 1970 UTC, by the lab's clock.
  public let at: Int64
  /// Of a reply: what was asked, and the place of the task in the queue.
  public let question: String?
  public let position: Int?
  /// Whether this person has said that they read it.
  public let isRead: Bool

  /// A letter.
  public init(
    notice: Digest, kind: String, text: String, at: Int64, question: String? = nil,
    position: Int? = nil, isRead: Bool = false
  ) {
    self.notice = notice
    self.kind = kind
    self.text = text
    self.at = at
    self.question = question
    self.position = position
    self.isRead = isRead
  }
}
