import StrictJSON
import Vocabulary

/// Drafts and acts.
extension Workbench {
  /// Does one thing with a task, or asks about it.
  func act(
    _ work: Route.Work, _ project: ID, _ request: Request, _ person: inout Seat
  ) throws -> Response {
    switch work {
    case .draft: return try draft(project, request, &person)
    case .submit: return try submit(project, request, &person)
    case .skip: return try skip(project, request, &person)
    case .withdraw:
      let input = try Input(request, members: ["task"])
      let task = try input.root.require("task").digest()
      return acted(try person.desk(for: project).withdraw(task))
    case .flag:
      let input = try Input(request, members: ["task", "text"])
      let task = try input.root.require("task").digest()
      return acted(try person.desk(for: project).flag(task, text: input.note("text")))
    case .ask:
      let input = try Input(request, members: ["task", "text"])
      let value = try input.root.require("task")
      let task = value.isNull ? nil : try value.digest()
      return acted(try person.desk(for: project).ask(task, text: input.note("text")))
    case .read: return try read(project, request, &person)
    case .time: return try time(project, request, &person)
    }
  }

  /// Guidelines or what the lab wrote were read.
  private func read(_ project: ID, _ request: Request, _ person: inout Seat) throws -> Response {
    let input = try Input(request, members: ["guidelines", "notice", "activeMs"])
    let desk = try person.desk(for: project)
    if let notice = input.root["notice"] { return acted(try desk.readNotice(notice.digest())) }
    let hash = try input.root.require("guidelines").digest()
    let now = options.monotonic()
    let time = person.cappedTime(
      try input.root.require("activeMs").integer(), on: hash, now: now)
    let act = try desk.readGuidelines(hash, activeMs: time)
    person.restartTime(of: hash, now: now)
    return acted(act)
  }

  /// Attention on a task that isn't answered yet, so that it stands in the person's hours.
  private func time(_ project: ID, _ request: Request, _ person: inout Seat) throws -> Response {
    let input = try Input(request, members: ["task", "activeMs"])
    let task = try input.root.require("task").digest()
    let total = person.cappedTime(
      try input.root.require("activeMs").integer(), on: task, now: options.monotonic())
    try person.desk(for: project).bookTime(task, total: total)
    return .json { $0.member("activeMs", total) }
  }

  /// The reply is sent only once the draft is durable, and says what was stored.
  private func draft(_ project: ID, _ request: Request, _ person: inout Seat) throws -> Response {
    let input = try Input(
      request, members: ["task", "number", "activeMs", "answers", "origin", "place"])
    let task = try input.root.require("task").digest()
    let number = try input.root.require("number").integer()
    let body = try DraftBody(input.root)
    let time = person.cappedTime(body.activeMs, on: task, now: options.monotonic())
    let stored = try person.desk(for: project).saveDraft(
      task, number: number, body: body.encoded(activeMs: time), activeMs: time)
    return .json { object in
      object.member("number", stored)
      object.member("length", Int64(body.answers.count))
      object.member("savedAt", context.now())
    }
  }

  private func submit(_ project: ID, _ request: Request, _ person: inout Seat) throws -> Response {
    let input = try Input(request, members: ["task", "activeMs", "answers", "origin"])
    let body = try DraftBody(input.root)
    let task = try input.root.require("task").digest()
    let now = options.monotonic()
    let submission = Submission(
      task: task, answers: Array(body.answers),
      activeMs: person.cappedTime(body.activeMs, on: task, now: now), origin: body.origins)
    let act = try person.desk(for: project).submit(submission)
    person.restartTime(of: task, now: now)
    return acted(act)
  }

  private func skip(_ project: ID, _ request: Request, _ person: inout Seat) throws -> Response {
    let input = try Input(request, members: ["task", "text", "activeMs"])
    let task = try input.root.require("task").digest()
    let now = options.monotonic()
    let time = person.cappedTime(
      try input.root.require("activeMs").integer(), on: task, now: now)
    let act = try person.desk(for: project).skip(task, text: input.note("text"), activeMs: time)
    person.restartTime(of: task, now: now)
    return acted(act)
  }

  private func acted(_ act: Digest) -> Response { .json { $0.member("act", act) } }
}
