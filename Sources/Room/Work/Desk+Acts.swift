import AnnotationModel
import Store
import StrictJSON
public import Vocabulary

extension Desk {
  /// Keeps what has been typed; on the disk when this returns. Gives the number stored now.
  ///
  /// `activeMs` is the active time on the task that no act has taken in yet.
  public func saveDraft(
    _ task: Digest, number: Int64, body: [UInt8], activeMs: Int64 = 0
  ) throws -> Int64 {
    guard body.count <= Limits.record else {
      throw Failure(.badInput, "the draft is larger than \(Limits.record >> 20) MiB")
    }
    return try store.write {
      try requireKnown(task, in: $0)
      try requireBegun(task, in: $0)
      let now = author.context.now()
      try $0.bookTime(person: author.person, task: task, total: activeMs, now: now)
      return try $0.saveDraft(
        person: author.person, task: task, number: number, body: body, at: now)
    }
  }

  /// Answers a task, or revises its answer; the draft goes in the same transaction.
  public func submit(_ answer: AnswerToSubmit) throws -> Digest {
    try store.write { try submit(answer, in: $0) }
  }

  /// Several answers in one transaction, all of them or none; returns how many.
  ///
  /// `produce` is given the function that takes the next answer; what it throws undoes them all.
  public func submitAll(
    _ produce: ((AnswerToSubmit) throws -> Void) throws -> Void
  ) throws -> Int {
    try store.write { store in
      var count = 0
      try produce {
        _ = try submit($0, in: store)
        count += 1
      }
      return count
    }
  }

  /// Skips a task for a reason in words.
  public func skip(_ task: Digest, text: String, activeMs: Int64) throws -> Digest {
    try record(.skip(text), task: task, activeMs: activeMs, dropsDraft: true)
  }

  /// Takes the newest answer or skip back: the task is a draft again.
  public func withdraw(_ task: Digest) throws -> Digest {
    try store.write { store in
      guard let standing = try store.standing(author.person, task: task),
        let replaces = standing.kind == .skip ? standing.act : standing.answer,
        standing.isAnswered || standing.kind == .skip
      else {
        throw Failure(.badInput, "this task has neither an answer nor a skip to be taken back")
      }
      return try author.append(
        try draft(.withdraw(replaces: replaces), task: task, in: store), in: store)
    }
  }

  /// Tells the lab that something is wrong with a task.
  public func flag(_ task: Digest, text: String) throws -> Digest {
    try record(.flag(text), task: task)
  }

  /// Asks the lab something, about a task or in general.
  public func ask(_ task: Digest?, text: String) throws -> Digest {
    try record(.ask(text), task: task)
  }

  private func submit(_ answer: AnswerToSubmit, in store: ProjectTransaction) throws -> Digest {
    let stored = try known(answer.task, in: store)
    try requireBegun(answer.task, in: store)
    try validate(answer.answers, for: stored, in: store)
    var act = try draft(
      try content(of: answer, in: store), on: stored, scripted: answer.scripted, in: store)
    act.activeMs = answer.activeMs
    act.scripted = answer.scripted
    act.origin = answer.scripted || answer.origin.isEmpty ? nil : answer.origin
    let hash = try author.append(act, in: store)
    try store.dropDraft(person: author.person, task: answer.task)
    return hash
  }

  /// An answer, or a revision of the answer that counts now.
  private func content(
    of answer: AnswerToSubmit, in store: ProjectTransaction
  ) throws -> ActContent {
    let standing = try store.standing(author.person, task: answer.task)
    if let standing, standing.isAnswered, let replaces = standing.answer {
      return .revise(replaces: replaces, answers: answer.answers)
    }
    return .answer(answer.answers)
  }

  private func validate(
    _ answers: [UInt8], for stored: StoredTask, in store: ProjectTransaction
  ) throws {
    let schema = try schema(stored.schema, in: store)
    let task = try taskContent(stored, schema)
    let document: JSONDocument
    do {
      document = try JSONDocument(answers)
    } catch {
      throw DocumentFault(error)
    }
    try AnswerSet.validate(document.root, for: task, in: schema)
  }

  private func record(
    _ content: ActContent, task: Digest?, activeMs: Int64 = 0, dropsDraft: Bool = false
  ) throws -> Digest {
    try store.write { store in
      if let task { try requireBegun(task, in: store) }
      var act = try draft(content, task: task, in: store)
      act.activeMs = activeMs
      let hash = try author.append(act, in: store)
      if dropsDraft, let task { try store.dropDraft(person: author.person, task: task) }
      return hash
    }
  }

  /// An act on a task cites the schema the task came with and the guidelines shown.
  func draft(
    _ content: ActContent, task: Digest?, in store: ProjectTransaction
  ) throws -> ActAuthor.Draft {
    try draft(content, on: try task.map { try known($0, in: store) }, in: store)
  }

  private func draft(
    _ content: ActContent, on stored: StoredTask?, scripted: Bool = false,
    in store: ProjectTransaction
  ) throws -> ActAuthor.Draft {
    guard let schema = try stored?.schema ?? store.newestSchema()?.hash,
      let guidelines = try guidelinesToName(scripted: scripted, in: store)
    else {
      throw Failure(.badInput, "this project has no tasks yet")
    }
    return ActAuthor.Draft(
      content: content, task: stored?.hash, schema: schema, guidelines: guidelines)
  }

  /// While no new task may be opened, only what the person was shown before can be worked on:
  /// otherwise a script could answer what nobody was given.
  private func requireBegun(_ task: Digest, in store: ProjectTransaction) throws {
    if try store.wasShown(task, to: author.person) { return }
    try Gate(in: store).requireOpen()
    guard try !store.isRecalled(task) else {
      throw Failure(
        .badInput, "task \(task.hex) was taken back by the lab before it was shown to you")
    }
  }

  /// A task of the queue, or a practice task.
  func known(_ task: Digest, in store: ProjectTransaction) throws -> StoredTask {
    if let stored = try store.task(task) ?? store.practice(task) { return stored }
    throw Self.unknown(task)
  }

  /// Throws `Failure` for what is neither; the task itself stays where it is.
  func requireKnown(_ task: Digest, in store: ProjectTransaction) throws {
    guard try store.hasTask(task) || store.hasPractice(task) else { throw Self.unknown(task) }
  }

  private static func unknown(_ task: Digest) -> Failure {
    Failure(.badInput, "task \(task.hex) is not in this project's queue")
  }

  private func taskContent(
    _ stored: StoredTask, _ schema: ProjectSchema
  ) throws -> AnnotationTask {
    stored.position > 0
      ? try AnnotationTask(parsing: stored.line, schema: schema)
      : try PracticeTask(parsing: stored.line, schema: schema).task
  }
}
