import AnnotationModel
import Room
import Store
import Vocabulary
import Web

/// A project on somebody's desk, for the pages.
final class RoomDesk: ProjectDesk {
  let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  var project: ID { desk.project }

  var codename: String { (try? desk.title()?.codename) ?? "" }

  func guidelines() throws -> [UInt8] { try desk.guidelines() }

  func overview() throws -> DeskOverview {
    let counts = try desk.counts()
    return DeskOverview(
      total: counts.total, answered: counts.answered, skipped: counts.skipped,
      drafts: counts.drafts, resumeAt: try desk.resume().map { Int($0) })
  }

  func task(at position: Int) throws -> DeskTask? {
    guard let found = try desk.task(at: Int64(position)) else { return nil }
    return DeskTask(
      task: found.task.hash, position: Int(found.task.position), line: found.task.line,
      schema: try desk.schemaBytes(found.task.schema), state: Self.state(found.state),
      answers: found.answers,
      draft: found.draft.map { Draft(number: $0.number, body: $0.body) },
      revisions: Int(found.revisions), answeredAt: found.answeredAt)
  }

  func nextOpen(after position: Int) throws -> Int? {
    try desk.nextOpen(after: Int64(position)).map { Int($0) }
  }

  func saveDraft(_ task: Digest, number: Int64, body: [UInt8]) throws -> Int64 {
    try desk.saveDraft(task, number: number, body: body)
  }

  func submit(_ submission: Submission) throws -> Digest {
    try desk.submit(
      AnswerToSubmit(
        task: submission.task, answers: submission.answers, activeMs: submission.activeMs,
        origin: submission.origin.map {
          Act.Origin(question: $0.question, typed: $0.typed, pasted: $0.pasted)
        }))
  }

  func skip(_ task: Digest, text: String, activeMs: Int64) throws -> Digest {
    try desk.skip(task, text: text, activeMs: activeMs)
  }

  func withdraw(_ task: Digest) throws -> Digest { try desk.withdraw(task) }

  func flag(_ task: Digest, text: String) throws -> Digest { try desk.flag(task, text: text) }

  func ask(_ task: Digest?, text: String) throws -> Digest { try desk.ask(task, text: text) }

  func asset(_ digest: Digest) throws -> (type: String, bytes: [UInt8])? {
    guard let bytes = try desk.asset(digest) else { return nil }
    return (ImageType(of: bytes)?.rawValue ?? "application/octet-stream", bytes)
  }

  private static func state(_ state: TaskState) -> DeskTask.State {
    switch state {
    case .new: .new
    case .draft: .draft
    case .answered: .answered
    case .skipped: .skipped
    }
  }
}
