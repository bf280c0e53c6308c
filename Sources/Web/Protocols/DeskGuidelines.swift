public import AnnotationModel
public import Vocabulary

/// A project's guidelines as one person meets them.
public struct DeskGuidelines: Sendable {
  /// SHA-256 of the guidelines in force, by which a `read` act names them.
  public let hash: Digest
  /// Their number among the versions that came, from 1.
  public let version: Int
  /// Markdown in UTF-8.
  public let text: [UInt8]
  /// What this person has to read before new tasks; nil where that is nothing.
  public let unread: GuidelineChanges?
  /// What changed with the newest version; nil for the first.
  public let newest: GuidelineChanges?

  /// Guidelines with what is new in them.
  public init(
    hash: Digest, version: Int, text: [UInt8], unread: GuidelineChanges? = nil,
    newest: GuidelineChanges? = nil
  ) {
    self.hash = hash
    self.version = version
    self.text = text
    self.unread = unread
    self.newest = newest
  }
}
