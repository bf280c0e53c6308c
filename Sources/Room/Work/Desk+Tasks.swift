import AnnotationModel
public import Store
import Vocabulary

/// A task with what its person has done with it.
public struct TaskOnDesk: Sendable {
  /// The task as stored.
  public let task: StoredTask
  /// Where its person stands with it.
  public let state: TaskState
  /// The answers that count, an exact JSON object; those taken back, where the task is a draft
  /// again.
  public let answers: [UInt8]?
  /// What was typed and not submitted.
  public let draft: StoredDraft?
  /// How many acts have answered or revised it.
  public let revisions: Int64
  /// When the newest act that counts was done, milliseconds since 1970 UTC.
  public let answeredAt: Int64?
  /// Active milliseconds that no act has taken in yet.
  public let activeMs: Int64
}

extension Desk {
  /// The task at a position, counted from 1, and its `shown` leaf; nil beyond the last.
  ///
  /// Throws `Failure` for a new task when the lease is spent or the lab has paused the project.
  public func task(at position: Int64) throws -> TaskOnDesk? {
    let found = try store.read { store in
      try store.task(from: position, person: author.person).map { try view($0, in: store) }
    }
    guard let found else { return nil }
    if isShown(found.task.hash) { return found }
    try store.write { store in
      if found.state == .new {
        try Gate(in: store).requireOpen()
        try requireReady(in: store)
      }
      try markShown(found.task.hash, in: store)
    }
    return found
  }

  /// Where work goes on: the newest draft, else the first open task; nil when all is done.
  public func resume() throws -> Int64? {
    try store.read { store in
      if let draft = try store.newestDraft(person: author.person),
        let position = try store.position(of: draft)
      {
        return position
      }
      return try store.nextOpen(after: 0, person: author.person)
    }
  }

  /// The next open task after `position`, going round once; nil when there is none.
  public func nextOpen(after position: Int64) throws -> Int64? {
    try store.read { store in
      try store.nextOpen(after: position, person: author.person)
        ?? store.nextOpen(after: 0, person: author.person)
    }
  }

  /// Gives each task in the queue's order; those that are new are marked as shown.
  ///
  /// One transaction: if it can't be logged that they were shown, none is given.
  public func eachTask(_ body: (TaskOnDesk) throws -> Void) throws {
    try store.write { store in
      let isClosed = try Gate(in: store).isClosed
      try store.eachTask(person: author.person) { task in
        let view = try view(task, in: store)
        if isClosed, view.state == .new { return }
        try markShown(task.hash, in: store)
        try body(view)
      }
    }
  }

  func view(_ task: StoredTask, in store: ProjectTransaction) throws -> TaskOnDesk {
    let standing = try store.standing(author.person, task: task.hash)
    let draft = try store.draft(person: author.person, task: task.hash)
    let answers = try standing?.answer.flatMap { try store.actBody($0) }
      .flatMap { try Act(parsing: $0).answers }
    return TaskOnDesk(
      task: task, state: Self.state(standing, draft), answers: answers, draft: draft,
      revisions: standing?.revisions ?? 0, answeredAt: standing?.at,
      activeMs: try store.runningTime(person: author.person, task: task.hash))
  }

  private static func state(_ standing: Standing?, _ draft: StoredDraft?) -> TaskState {
    switch standing?.kind {
    case .answer, .revise: .answered
    case .skip: .skipped
    case .withdraw: .draft
    default: draft == nil ? .new : .draft
    }
  }
}
