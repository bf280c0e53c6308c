import Glibc

/// The operating system would not do something with a file.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried: "open", "read", "write", "sync".
  public let operation: String
  /// The file's path, or how else a person knows it.
  public let path: String
  /// The system's `errno`.
  public let number: CInt

  /// A failed `operation` on `path`; `number` is the system's `errno`, the current one where nil.
  public init(_ operation: String, _ path: String, number: CInt? = nil) {
    self.operation = operation
    self.path = path
    self.number = number ?? errno
  }

  /// Whether the disk or the quota is full.
  public var isFull: Bool { number == ENOSPC || number == EDQUOT }
  /// Whether there is no such file.
  public var isAbsent: Bool { number == ENOENT }

  public var description: String {
    let reason = unsafe String(cString: strerror(number))
    return "\(path): cannot \(operation): \(reason)"
  }
}
