public import Vocabulary

/// A project as the home page lists it, counted for one person.
public struct ProjectCard: Sendable, Equatable {
  public let id: ID
  public let codename: String
  /// Version of the schema that the newest tasks came with.
  public let version: Int64
  /// Tasks in this person's queue, and how many of them are answered, skipped, or hold a draft.
  public let total: Int
  public let answered: Int
  public let skipped: Int
  public let drafts: Int

  /// A card; `answered`, `skipped` and the tasks still open add up to `total`.
  public init(
    id: ID, codename: String, version: Int64, total: Int, answered: Int, skipped: Int, drafts: Int
  ) {
    self.id = id
    self.codename = codename
    self.version = version
    self.total = total
    self.answered = answered
    self.skipped = skipped
    self.drafts = drafts
  }
}
