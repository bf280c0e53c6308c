import AnnotationModel
import Room
import Store
import Vocabulary
import Web

/// The room's values in the words of the pages' protocols.
enum RoomViews {
  static func task(
    _ found: TaskOnDesk, on desk: Desk, letters: [LabLetter]
  ) throws -> DeskTask {
    DeskTask(
      task: found.task.hash, position: Int(found.task.position), line: found.task.line,
      schema: try desk.schemaBytes(found.task.schema), state: state(found.state),
      answers: found.answers,
      draft: found.draft.map { Draft(number: $0.number, body: $0.body) },
      revisions: Int(found.revisions), answeredAt: found.answeredAt, activeMs: found.activeMs,
      sinceBreak: try desk.sinceBreak(), letters: letters.map(letter))
  }

  static func notes(_ glance: ProjectGlance) -> ProjectCard.Notes {
    var notes = ProjectCard.Notes()
    notes.flagged = glance.flagged
    notes.kind = glance.question?.type
    notes.asks = glance.question.map { $0.label ?? $0.name }
    notes.unread = glance.unread
    notes.isUnbegun = glance.isUnbegun
    notes.pause = glance.pause?.line
    notes.practice = glance.practice.map(progress)
    notes.letters = glance.letters.map(letter)
    notes.takenOut = glance.takenOut
    return notes
  }

  static func progress(_ state: PracticeState) -> DeskPractice.Progress {
    DeskPractice.Progress(
      total: state.total, answered: state.answered, right: state.right, pass: state.pass,
      next: state.next)
  }

  static func work(_ row: OwnWork, schema: (Digest) throws -> [UInt8]) throws -> DeskWork {
    DeskWork(
      position: Int(row.task.position), marks: row.marks.map(\.rawValue).sorted(),
      answers: row.answers, schema: try schema(row.task.schema), text: row.text, at: row.task.at,
      activeMs: row.task.activeMs, guidelines: row.guidelines.map { Int($0) })
  }

  static func sitting(_ receipt: SittingReceipt) -> DeskSitting {
    let sitting = receipt.sitting
    return DeskSitting(
      code: receipt.code.description, first: sitting.first, last: sitting.last,
      from: sitting.from, to: sitting.to, acts: acts(receipt.kinds), activeMs: receipt.activeMs)
  }

  static func hours(_ sheet: HoursSheet, _ project: ID, _ codename: String) -> ProjectHours {
    var acts = acts(sheet.acts)
    acts["practice"] = Int(sheet.practice)
    return ProjectHours(
      id: project, codename: codename,
      cells: sheet.cells.map {
        ProjectHours.Cell(
          start: $0.cell * AttentionCell.length, ms: $0.ms, first: $0.first, last: $0.last)
      }, acts: acts)
  }

  private static func letter(_ letter: LabLetter) -> DeskLetter {
    DeskLetter(
      notice: letter.notice, kind: letter.kind, text: letter.text, at: letter.at,
      question: letter.question, position: letter.position.map { Int($0) },
      isRead: letter.isRead)
  }

  private static func acts(_ kinds: [ActKind: Int64]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: kinds.map { ($0.rawValue, Int($1)) })
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
