/// Why a store could not be opened, read or written.
public struct StoreFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is, for programs.
  public enum Reason: Equatable, Sendable {
    /// There is no such file.
    case absent
    /// The file is a store, and the key belongs to another.
    case wrongKey
    /// The file is no store.
    case notOurs
    /// A later version of the program wrote it.
    case newer
    /// Bytes are not what was written: a defect of the disk, or somebody changed them.
    case damaged
    /// The disk, or what this user may use of it, is full.
    case diskFull
    /// The file or its disk can't be written to.
    case readOnly
    /// Another process, or another part of this one, has it open.
    case locked
    /// A rule of the tables would be broken, such as a key that occurs twice.
    case constraint
    /// The disk failed, or SQLite met something that it could not do.
    case failed
  }

  /// What kind of trouble it is; callers decide by this alone.
  public let reason: Reason
  /// The database file.
  public let path: String
  /// What happened, without content of the store.
  public let detail: String

  /// A failure of the store at `path`.
  public init(_ reason: Reason, path: String, detail: String) {
    self.reason = reason
    self.path = path
    self.detail = detail
  }

  /// One line for a person.
  public var description: String { "\(path): \(detail)" }

  /// Equal when the reasons are, so that tests don't hang on wording.
  public static func == (left: StoreFailure, right: StoreFailure) -> Bool {
    left.reason == right.reason
  }
}
