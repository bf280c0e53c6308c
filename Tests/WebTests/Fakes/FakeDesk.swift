import AnnotationModel
import StrictJSON
import Synchronization
import Vocabulary

@testable import Web

/// A project's queue in memory, with the real schema's rules.
final class FakeDesk: ProjectDesk {
  struct Item {
    let task: Digest
    let line: [UInt8]
    var answers: [UInt8]?
    var draft: Draft?
    var skipped = false
    var revisions = 0
  }

  /// Everything that was done, as lines for a test to read.
  struct Journal {
    var submissions: [Submission] = []
    var notes: [String] = []
    var time: [Digest: Int64] = [:]
    var drafts: [Draft] = []
    var fault: (any Error)?
  }

  let project: ID
  let codename: String
  let schema: ProjectSchema
  private let text: [UInt8]
  let items: Mutex<[Item]>
  let written = Mutex(Journal())
  let assets: [Digest: (type: String, bytes: [UInt8])]
  /// What the lab wrote, about a task each where they have a position.
  let letters: [DeskLetter]
  /// The guidelines before these; nil where these are the first.
  private let older: String?

  /// A desk for lines of tasks.jsonl.
  init(
    id: UInt8, schema: [UInt8], guidelines: String = "# Guidelines", lines: [[UInt8]],
    assets: [Digest: (type: String, bytes: [UInt8])] = [:], letters: [DeskLetter] = [],
    older: String? = nil
  ) throws {
    project = ID(unchecked: [UInt8](repeating: id, count: ID.length))
    self.schema = try ProjectSchema(parsing: schema, side: .room)
    codename = self.schema.codename
    text = Array(guidelines.utf8)
    self.assets = assets
    self.letters = letters
    self.older = older
    items = Mutex(
      lines.enumerated().map { index, line in
        let place = [id, UInt8(index >> 8), UInt8(index & 0xFF)]
        let bytes = place + [UInt8](repeating: 0, count: Digest.length - place.count)
        return Item(task: Digest(unchecked: bytes), line: line)
      })
  }

  var journal: Journal { written.withLock { $0 } }

  /// From now on every call that writes fails like this.
  func fail(with fault: (any Error)?) { written.withLock { $0.fault = fault } }

  func guidelines() throws -> DeskGuidelines {
    let changes = older.map {
      GuidelineChanges(from: $0, to: String(decoding: text, as: UTF8.self))
    }
    return DeskGuidelines(
      hash: Self.guidelinesHash, version: older == nil ? 1 : 2, text: text, unread: changes,
      newest: changes)
  }

  func overview() throws -> DeskOverview {
    items.withLock { items in
      DeskOverview(
        total: items.count, answered: items.count { $0.answers != nil },
        skipped: items.count { $0.skipped }, drafts: items.count { $0.draft != nil })
    }
  }

  func resume() throws -> Int? { try nextOpen(after: 0) }

  func task(at position: Int) throws -> DeskTask? {
    items.withLock { items in
      guard items.indices.contains(position - 1) else { return nil }
      let item = items[position - 1]
      return DeskTask(
        task: item.task, position: position, line: item.line, schema: schema.leavingBytes,
        state: item.state, answers: item.answers, draft: item.draft, revisions: item.revisions,
        answeredAt: item.answers == nil ? nil : 1_773_064_860_000,
        letters: letters.filter { $0.position == position })
    }
  }

  func nextOpen(after position: Int) throws -> Int? {
    items.withLock { items in
      let places = Array(items.indices)
      let turned = places.dropFirst(position) + places.prefix(position)
      return turned.first { items[$0].answers == nil && !items[$0].skipped }.map { $0 + 1 }
    }
  }

  func saveDraft(
    _ task: Digest, number: Int64, body: [UInt8], activeMs: Int64
  ) throws -> Int64 {
    try check()
    written.withLock { $0.drafts.append(Draft(number: number, body: body)) }
    return try change(task) { item in
      if number > item.draft?.number ?? 0 { item.draft = Draft(number: number, body: body) }
      return item.draft?.number ?? 0
    }
  }

  func submit(_ submission: Submission) throws -> Digest {
    try check()
    return try change(submission.task) { item in
      let task = try AnnotationTask(parsing: item.line, schema: schema)
      let answers = try JSONDocument(submission.answers).root
      try AnswerSet.validate(answers, for: task, in: schema)
      written.withLock { $0.submissions.append(submission) }
      item.answers = submission.answers
      item.draft = nil
      item.skipped = false
      item.revisions += 1
      return item.task
    }
  }

  func skip(_ task: Digest, text: String, activeMs: Int64) throws -> Digest {
    try note("skip: \(text)")
    return try change(task) { item in
      item.skipped = true
      item.draft = nil
      return item.task
    }
  }

  func withdraw(_ task: Digest) throws -> Digest {
    try note("withdraw")
    return try change(task) { item in
      item.answers = nil
      item.skipped = false
      return item.task
    }
  }

  func flag(_ task: Digest, text: String) throws -> Digest {
    try note("flag: \(text)")
    return task
  }

  func ask(_ task: Digest?, text: String) throws -> Digest {
    try note("ask: \(text)")
    return task ?? .zero
  }

  func asset(_ digest: Digest) throws -> (type: String, bytes: [UInt8])? { assets[digest] }

  func note(_ line: String) throws {
    try check()
    written.withLock { $0.notes.append(line) }
  }

  private func check() throws {
    if let fault = written.withLock({ $0.fault }) { throw fault }
  }

  private func change<Value: Sendable>(
    _ task: Digest, _ body: (inout Item) throws -> Value
  ) throws -> Value {
    try items.withLock { items in
      guard let place = items.firstIndex(where: { $0.task == task }) else {
        throw Failure(.badInput, "there is no such task")
      }
      return try body(&items[place])
    }
  }
}

extension FakeDesk.Item {
  var state: DeskTask.State {
    if answers != nil { return .answered }
    return skipped ? .skipped : draft != nil ? .draft : .new
  }
}
