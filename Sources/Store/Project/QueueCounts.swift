/// How much of the queue a person has done.
public struct QueueCounts: Sendable, Equatable {
  /// Tasks in the queue.
  public var total = 0
  /// Those whose answer counts.
  public var answered = 0
  /// Those that were skipped.
  public var skipped = 0
  /// Drafts, also of tasks that are answered.
  public var drafts = 0

  /// Neither answered nor skipped.
  public var open: Int { total - answered - skipped }
}
