public import Vocabulary

/// Something that was refused, as the custodian's list has it.
public struct StoredAlarm: Sendable, Equatable {
  /// Its number in this project's store, from 1, the oldest first.
  public let id: Int64
  /// The reason, a code of the log and of the vectors.
  public let code: String
  /// SHA-256 of the refused file; nil where there is none.
  public let hash: Digest?
  /// When it was met, milliseconds since 1970 UTC.
  public let at: Int64
}
