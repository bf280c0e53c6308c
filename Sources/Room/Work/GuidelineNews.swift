public import AnnotationModel
public import Vocabulary

/// Where a person stands with a project's guidelines.
public struct GuidelineNews: Sendable {
  /// The guidelines in force: their hash, Markdown, and their number among the versions, from 1.
  public let hash: Digest
  public let text: [UInt8]
  public let version: Int64
  /// The guidelines under which the person has worked so far; nil for who hasn't begun.
  public let known: [UInt8]?
  /// What is other than in those; empty where nothing is, and for who hasn't begun.
  public let changes: GuidelineChanges?

  /// How many passages the person has to read before new tasks.
  public var unread: Int { changes?.passages.count ?? 0 }
}
