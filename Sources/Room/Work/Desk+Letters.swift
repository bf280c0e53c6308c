import AnnotationModel
import Store
public import Vocabulary

extension Desk {
  /// What the lab wrote, the newest first. Another person's replies are not among it.
  public func letters() throws -> [LabLetter] {
    try store.read { try letters(in: $0) }
  }

  /// What the lab replied about one task, the newest first.
  public func letters(about task: Digest) throws -> [LabLetter] {
    try store.read { try letters(in: $0, about: task) }
  }

  func letters(
    in store: ProjectTransaction, about task: Digest? = nil
  ) throws -> [LabLetter] {
    try store.notices(for: author.person).compactMap { notice in
      let act = try notice.act.flatMap { try store.actBody($0) }.map { try Act(parsing: $0) }
      if let task, act?.task != task { return nil }
      return LabLetter(
        notice: notice.manifest, kind: notice.kind, text: notice.text, at: notice.at,
        question: act?.text, position: try act?.task.flatMap { try store.position(of: $0) },
        isRead: try store.hasRead(notice.manifest, person: author.person))
    }
  }
}
