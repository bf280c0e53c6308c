import AnnotationModel
import Store

extension Desk {
  /// What the lab wrote, the newest first. Another person's replies are not among it.
  public func letters() throws -> [LabLetter] {
    try store.read { try letters(in: $0) }
  }

  func letters(in store: ProjectTransaction) throws -> [LabLetter] {
    try store.notices(for: author.person).map { notice in
      let act = try notice.act.flatMap { try store.actBody($0) }.map { try Act(parsing: $0) }
      let position = try act?.task.flatMap { try store.task($0)?.position }
      return LabLetter(
        notice: notice.manifest, kind: notice.kind, text: notice.text, at: notice.at,
        question: act?.text, position: position, task: act?.task,
        isRead: try store.hasRead(notice.manifest, person: author.person))
    }
  }
}
