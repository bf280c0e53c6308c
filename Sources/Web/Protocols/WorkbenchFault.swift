/// Why a desk could not do its work, where the page must say more than that it failed.
///
/// A conformance throws it in place of its store's own errors, which `Web` doesn't know.
public struct WorkbenchFault: Error, Equatable, Sendable {
  /// What the page tells apart.
  public enum Kind: String, Sendable {
    /// Nothing more fits on the disk; what was saved before is intact.
    case diskFull = "disk-full"
    /// The store can't be opened safely, so nothing was changed.
    case unusable
    /// Changed guidelines have to be read before a new task is shown.
    case guidelines
    /// Practice has to be passed before a new task is shown.
    case practice
  }

  public let kind: Kind
  /// One line for the person: what happened, and what to do.
  public let line: String

  /// A fault with its line.
  public init(_ kind: Kind, _ line: String) {
    self.kind = kind
    self.line = line
  }
}
