import Glibc

/// A drive would not do what was asked. Not a refusal: nothing is wrong with what lies on it.
public struct DriveFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// What happened, for programs; what to do differs for each.
  public enum Kind: Equatable, Sendable {
    /// No room is left.
    case full
    /// What is to be written doesn't fit, by so many bytes; nothing was written.
    case tooSmall(missing: Int64)
    /// It may only be read.
    case readOnly
    /// It was pulled out, or fails as if it were.
    case vanished
    /// There is no such folder.
    case absent
    /// A folder was asked for, and something else is there: a file, a link.
    case notAFolder
    /// A regular file was asked for, and something else is there.
    case notAFile
    /// A file that is never overwritten is there with other bytes.
    case different
    /// What was read back isn't what was written.
    case readBack
    /// The file system can't hold a file of that size.
    case tooLarge
    /// The account may not do that.
    case denied
    /// Anything else; the system's `errno`.
    case other(CInt)
  }

  public let kind: Kind
  /// The place on the drive, or the drive's own path.
  public let path: String

  /// A fault at `path`.
  public init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// What the system's `errno` says about `path`.
  init(number: CInt, _ path: String) {
    self.init(Self.kind(number), path)
  }

  /// One line for a person: the place, where one is known, and what to do.
  public var description: String { path.isEmpty ? words : "\(path): \(words)" }

  private var words: String {
    switch kind {
    case .full: "the stick is full; free some room or take another"
    case .tooSmall(let missing):
      "the stick is too full: \(ByteCount.text(missing)) more are needed, and nothing was written; "
        + "free as much or take another"
    case .readOnly: "the stick can only be read; look for its write protection"
    case .vanished: "the stick is gone or fails; put it in again and repeat"
    case .absent: "there is no such folder"
    case .notAFolder: "this is not a folder"
    case .notAFile: "this is not a regular file, so it is left alone"
    case .different: "is there already with other content, so it is left alone"
    case .readBack: "what was read back differs from what was written; the stick is bad"
    case .tooLarge: "the stick's file system can't hold a file of this size"
    case .denied: "not allowed for this account"
    case .other(let number): unsafe String(cString: strerror(number))
    }
  }

  private static func kind(_ number: CInt) -> Kind {
    switch number {
    case ENOSPC, EDQUOT: .full
    case EROFS: .readOnly
    case EIO, ENODEV, ENXIO, ESTALE, ENOMEDIUM, ENOTCONN, ESHUTDOWN: .vanished
    case ENOENT: .absent
    case ENOTDIR, ELOOP: .notAFolder
    case EISDIR: .notAFile
    case EFBIG: .tooLarge
    case EACCES, EPERM: .denied
    default: .other(number)
    }
  }
}
