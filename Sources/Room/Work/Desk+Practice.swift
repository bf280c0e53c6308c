import AnnotationModel
import Store
import StrictJSON
import Vocabulary

extension Desk {
  /// The practice task at a position, counted from 1, and its `shown` leaf; nil beyond the last.
  public func practice(at position: Int64) throws -> PracticeOnDesk? {
    let found = try store.read { store -> PracticeOnDesk? in
      guard let task = try store.practice().first(where: { $0.position == position }),
        let state = try practiceState(in: store)
      else { return nil }
      let view = try view(task, in: store)
      return PracticeOnDesk(task: view, state: state, review: try review(view, in: store))
    }
    guard let found else { return nil }
    if !isShown(found.task.task.hash) {
      try store.write { store in
        if found.task.state == .new { try Gate(in: store).requireOpen() }
        try markShown(found.task.task.hash, in: store)
      }
    }
    return found
  }

  func practiceState(in store: ProjectTransaction) throws -> PracticeState? {
    let tasks = try store.practice()
    guard let first = tasks.first else { return nil }
    var (answered, right) = (0, 0)
    var next: Int?
    for (place, task) in tasks.enumerated() {
      let review = try review(try view(task, in: store), in: store)
      if review != nil { answered += 1 }
      if review?.marks.isRight == true { right += 1 } else if next == nil { next = place + 1 }
    }
    let pass = try schema(first.schema, in: store).practicePass ?? 0
    return PracticeState(
      total: tasks.count, answered: answered, right: right,
      pass: min(Int(pass), tasks.count), next: next)
  }

  /// Throws `NotYet` while something has to be done before a new task is shown.
  func requireReady(in store: ProjectTransaction) throws {
    // Compared only where there is something to compare: this is asked with every new task.
    if let known = try store.guidelinesKnown(to: author.person),
      try known != store.newestGuidelinesHash(),
      try guidelineNews(in: store)?.unread ?? 0 > 0
    {
      throw NotYet.guidelines
    }
    guard try store.hasPractice(), let first = try store.practice().first,
      try schema(first.schema, in: store).practicePass ?? 0 > 0,
      let practice = try practiceState(in: store), practice.missing > 0
    else { return }
    throw NotYet.practice(missing: practice.missing)
  }

  /// What the lab would have answered; nil until the person has.
  private func review(
    _ view: TaskOnDesk, in store: ProjectTransaction
  ) throws -> PracticeOnDesk.Review? {
    guard view.state == .answered, let answers = view.answers else { return nil }
    let schema = try schema(view.task.schema, in: store)
    let practice = try PracticeTask(parsing: view.task.line, schema: schema)
    return PracticeOnDesk.Review(
      answers: Array(practice.answers.token), explain: practice.explain,
      marks: PracticeMarks(
        try JSONDocument(answers).root, against: practice.answers, in: schema))
  }
}
