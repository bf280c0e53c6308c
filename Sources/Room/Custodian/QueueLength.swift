import Store
public import Vocabulary

/// How much work lies in a room for one project.
public struct QueueLength: Sendable, Equatable {
  /// The project's id.
  public let project: ID
  /// The codename; nil before the first bundle.
  public let codename: String?
  /// Tasks in the queue.
  public let tasks: Int
  /// Tasks that whoever has most before them has neither answered nor skipped.
  public let open: Int
  /// For how many days of work that is enough, at the pace of those who work on it, rounded up;
  /// nil where nobody has begun.
  public let days: Int?

  /// Counts what is open. A person's day of work holds as many tasks as they did on average on the
  /// days on which they worked.
  init(project: ID, codename: String?, tasks: Int, pace: [QueuePace]) {
    self.project = project
    self.codename = codename
    self.tasks = tasks
    open = pace.map { tasks - $0.done }.max() ?? tasks
    days = pace.filter { $0.done > 0 }
      .map { ((tasks - $0.done) * $0.days + $0.done - 1) / $0.done }.max()
  }
}

extension Custodian {
  /// How long each project's queue lasts.
  public func queues() throws -> [QueueLength] {
    try store.projects().map { trusted in
      try withChannel(trusted) { channel in
        let (tasks, pace) = try channel.store.read { (try $0.taskCount(), try $0.queuePace()) }
        return QueueLength(
          project: trusted.project, codename: try channel.codename(), tasks: tasks, pace: pace)
      }
    }
  }
}
