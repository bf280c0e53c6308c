import AnnotationModel
import Room
import Store
import Vocabulary
import Web

/// A project on somebody's desk, for the pages.
final class RoomDesk: ProjectDesk {
  let project: ID
  let codename: String
  private let session: RoomSession

  init(project: ID, codename: String, session: RoomSession) {
    self.project = project
    self.codename = codename
    self.session = session
  }

  func guidelines() throws -> DeskGuidelines {
    try with { desk in
      guard let news = try desk.guidelineNews() else {
        return DeskGuidelines(hash: .zero, version: 1, text: [])
      }
      return DeskGuidelines(
        hash: news.hash, version: Int(news.version), text: news.text, unread: news.changes,
        newest: try desk.newestGuidelineChanges())
    }
  }

  func overview() throws -> DeskOverview {
    try with { desk in
      let counts = try desk.counts()
      return DeskOverview(
        total: counts.total, answered: counts.answered, skipped: counts.skipped,
        drafts: counts.drafts)
    }
  }

  func resume() throws -> Int? { try with { try $0.resume() }.map { Int($0) } }

  func task(at position: Int) throws -> DeskTask? {
    try with { desk in
      guard let found = try desk.task(at: Int64(position)) else { return nil }
      return try RoomViews.task(
        found, on: desk, letters: try desk.letters(about: found.task.hash))
    }
  }

  func nextOpen(after position: Int) throws -> Int? {
    try with { try $0.nextOpen(after: Int64(position)) }.map { Int($0) }
  }

  func saveDraft(
    _ task: Digest, number: Int64, body: [UInt8], activeMs: Int64
  ) throws -> Int64 {
    try with { try $0.saveDraft(task, number: number, body: body, activeMs: activeMs) }
  }

  func bookTime(_ task: Digest, total: Int64) throws {
    try with { try $0.bookTime(task, total: total) }
  }

  func submit(_ submission: Submission) throws -> Digest {
    try counting {
      try $0.submit(
        AnswerToSubmit(
          task: submission.task, answers: submission.answers, activeMs: submission.activeMs,
          origin: submission.origin))
    }
  }

  func skip(_ task: Digest, text: String, activeMs: Int64) throws -> Digest {
    try counting { try $0.skip(task, text: text, activeMs: activeMs) }
  }

  func withdraw(_ task: Digest) throws -> Digest {
    try counting { try $0.withdraw(task) }
  }

  func flag(_ task: Digest, text: String) throws -> Digest {
    try with { try $0.flag(task, text: text) }
  }

  func ask(_ task: Digest?, text: String) throws -> Digest {
    try with { try $0.ask(task, text: text) }
  }

  func asset(_ digest: Digest) throws -> (type: String, bytes: [UInt8])? {
    guard let bytes = try with({ try $0.asset(digest) }) else { return nil }
    return (ImageType(of: bytes)?.rawValue ?? "application/octet-stream", bytes)
  }

  func with<Value>(_ body: (Desk) throws -> Value) throws -> Value {
    try StoreTrouble.told { try body(try session.desk(project)) }
  }

  /// Does what changes the queue, and counts what is left of it.
  private func counting(_ act: (Desk) throws -> Digest) throws -> Digest {
    try with { desk in
      let hash = try act(desk)
      session.note(try desk.counts(), of: project)
      return hash
    }
  }
}
