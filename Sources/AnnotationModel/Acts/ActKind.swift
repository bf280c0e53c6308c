/// What a person can do (formats.md, section 8).
public enum ActKind: String, CaseIterable, Sendable {
  case answer
  case revise
  case withdraw
  case skip
  case flag
  case ask
  case read
  case key

  /// Whether an act of this kind can be the one that counts for its task.
  public var counts: Bool {
    switch self {
    case .answer, .revise, .withdraw, .skip: true
    case .flag, .ask, .read, .key: false
    }
  }

  /// Whether it must name a task.
  public var needsTask: Bool {
    switch self {
    case .ask, .read, .key: false
    default: true
    }
  }
}
