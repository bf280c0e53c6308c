/// Why a new task isn't shown yet, where it is the person who can change that.
public enum NotYet: Error, Equatable, Sendable {
  /// The guidelines changed since the person last read them.
  case guidelines
  /// The project asks for practice tasks done right first: so many more.
  case practice(missing: Int)

  /// One line for the person.
  public var line: String {
    switch self {
    case .guidelines: "The guidelines have changed. Read the changes first."
    case .practice(let missing):
      missing == 1
        ? "One more practice task has to be right before the tasks begin."
        : "\(missing) more practice tasks have to be right before the tasks begin."
    }
  }
}
