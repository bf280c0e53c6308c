/// How a command ends when it doesn't succeed: an exit status and one line for standard error.
public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Exit statuses of both programs (design.md, "Commands").
  public enum Exit: Int32, Sendable {
    /// Refused or failed, also where a part was taken in.
    case refused = 1
    /// The command line is wrong.
    case usage = 64
    /// A file that a person gave is wrong.
    case badInput = 65
    /// Wrong passphrase, or a grant that isn't there.
    case notPermitted = 77
  }

  public let exit: Exit
  /// What happened, where, and what to do.
  public let line: String

  /// A failure that ends a command with `exit` and prints `line`.
  public init(_ exit: Exit, _ line: String) {
    self.exit = exit
    self.line = line
  }

  public var description: String { line }
}
