import Glibc

/// A step of the wall that the system refused.
public struct WallFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried, as the beginning of a sentence: "a network namespace".
  public let step: String
  /// `errno`.
  public let code: Int32

  /// A refusal with the error number of the call before.
  init(_ step: String) { self.init(step, code: errno) }

  init(_ step: String, code: Int32) {
    self.step = step
    self.code = code
  }

  /// The system's words for the error.
  public var reason: String {
    // What the kernel says for a count of namespaces that is used up, or set to none.
    if code == ENOSPC { return "the limit on namespaces is reached" }
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// One line for a person, without the stop.
  public var description: String { "\(step) can't be had here: \(reason)" }
}
