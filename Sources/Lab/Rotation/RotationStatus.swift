public import Vocabulary

/// A rotation: the keys that it replaces, and what keeps it from being done.
public struct RotationStatus: Sendable, Equatable {
  /// A key that is replaced.
  public struct Key: Sendable, Equatable {
    /// `targets`, `snapshot`, `timestamp`, `result` or `room`.
    public let kind: String
    /// The key as people compare it: 64 hexadecimal digits, or `age1…`.
    public let key: String
    /// The room whose key it is; nil for one of the lab's.
    public let room: ID?
    /// Whether nobody takes what it signs, or seals to it, any more.
    public let isReplaced: Bool
  }

  /// Which rotation of the project this is, from 1.
  public let number: Int64
  /// When it began, milliseconds since 1970; and when the last key was replaced, nil until then.
  public let began: Int64
  public let done: Int64?
  /// Every key that it replaces.
  public let keys: [Key]
  /// What is missing, a line each; empty once it is done.
  public let missing: [String]

  /// How many of the keys are replaced.
  public var replaced: Int { keys.count { $0.isReplaced } }

  /// `rotation 3: 5 of 7 keys replaced; room 7… still signs with …`.
  public var line: String {
    let count = "rotation \(number): \(replaced) of \(keys.count) keys replaced"
    return done == nil ? ([count] + missing).joined(separator: "; ") : "\(count); done"
  }
}
