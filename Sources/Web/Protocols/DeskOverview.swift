/// The state of one person's queue in one project.
public struct DeskOverview: Sendable, Equatable {
  /// Tasks in the queue, and how many are answered, skipped, or hold a draft.
  public let total: Int
  public let answered: Int
  public let skipped: Int
  public let drafts: Int

  /// An overview of a queue.
  public init(total: Int, answered: Int, skipped: Int, drafts: Int) {
    self.total = total
    self.answered = answered
    self.skipped = skipped
    self.drafts = drafts
  }
}
