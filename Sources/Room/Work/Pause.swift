import Store

/// An order of the lab that stops new work on a project.
public struct Pause: Sendable, Equatable {
  /// Which order it is.
  public enum Kind: Sendable, Equatable {
    /// Until the lab sends `thaw`.
    case frozen
    /// The project is to be destroyed in this room.
    case wiping
  }

  /// Which order it is.
  public let kind: Kind
  /// What the lab wrote with it; may be empty.
  public let text: String

  /// The order that holds now; nil where work goes on.
  init?(in store: ProjectTransaction) throws {
    if let sequence = try store.integer(.wiping) {
      kind = .wiping
      text = try store.noticeText(sequence) ?? ""
    } else if let sequence = try store.integer(.frozen) {
      kind = .frozen
      text = try store.noticeText(sequence) ?? ""
    } else {
      return nil
    }
  }

  /// For whoever wanted to open a task.
  public var line: String {
    let says = text.isEmpty ? "" : " It writes: \(text)"
    let rest = "What you began can be finished, and your work and hours still go out."
    switch kind {
    case .frozen:
      return "The lab has paused this project: no new task can be opened. \(rest)\(says)"
    case .wiping: return "The lab ends this project here: no new task can be opened. \(rest)\(says)"
    }
  }
}
