import Glibc

/// What the system said about a path.
public struct FileProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file or folder that the call was about.
  public let path: String
  /// The system's error number, such as `ENOENT`.
  public let number: Int32

  /// A problem with the error number of the call before.
  init(_ path: String) {
    self.init(path, number: errno)
  }

  init(_ path: String, number: Int32) {
    self.path = path
    self.number = number
  }

  /// Whether there simply is no such file.
  public var isAbsence: Bool { number == ENOENT }

  /// What went wrong, without the path.
  public var detail: String {
    switch number {
    case ENOENT: "there is no such file"
    case EEXIST: "there is such a file already"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS, EACCES, EPERM: "it may not be read or written here"
    case ELOOP: "it is a link, which is not followed"
    case EISDIR: "it is a folder"
    case ENOTDIR: "it is no folder"
    case EINVAL: "it is no ordinary file"
    case EFBIG: "it is larger than it may be"
    default: unsafe String(cString: strerror(number))
    }
  }

  /// One line for a person.
  public var description: String { "\(path): \(detail)" }

  /// The same in the words of a store.
  var reason: StoreFailure.Reason {
    switch number {
    case ENOENT: .absent
    case ENOSPC, EDQUOT, EFBIG: .diskFull
    case EROFS, EACCES, EPERM: .readOnly
    default: .failed
    }
  }
}
