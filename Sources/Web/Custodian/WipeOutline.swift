/// What a wipe would destroy, for the custodian who has to confirm it.
public struct WipeOutline: Sendable, Equatable {
  /// Tasks in the store.
  public var tasks: Int
  /// Drafts that nobody submitted.
  public var drafts: Int64
  /// Acts that the lab has not acknowledged, and that would be lost.
  public var unacknowledged: Int64

  /// An outline.
  public init(tasks: Int, drafts: Int64, unacknowledged: Int64) {
    self.tasks = tasks
    self.drafts = drafts
    self.unacknowledged = unacknowledged
  }
}
