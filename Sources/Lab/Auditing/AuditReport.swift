public import Vocabulary

/// What `verify` found out about one file or folder.
public struct AuditReport: Sendable {
  /// How much could be checked, each level including those before it.
  public enum Level: String, Sendable, Comparable {
    /// Nothing held.
    case none
    /// The hash of the file, or of every entry of a folder.
    case digest
    /// The room's signature on the note that names the archive, or on the checkpoint.
    case signature
    /// Leaves give the signed root; every act follows its person's chain and bears their signature.
    case log
    /// Every act fits its task, schema and the rules of its answers as the lab issued them.
    case tasks

    /// By how much was checked.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .none: 0
      case .digest: 1
      case .signature: 2
      case .log: 3
      case .tasks: 4
      }
    }
  }

  /// The path as it was given.
  public let file: String
  /// "archive", "note", "bundle", "evidence", or "sealed" where nothing says what is inside.
  public internal(set) var kind: String
  /// How far it holds.
  public internal(set) var level: Level = .none
  /// SHA-256 of a file, or of a folder's manifest.
  public internal(set) var digest: Digest?
  /// The channel that it names.
  public internal(set) var channel: ID?
  /// The epoch that it names.
  public internal(set) var epoch: EpochID?
  /// The sequence that it names.
  public internal(set) var sequence: Int64?
  /// Size and root that the checkpoint signs.
  public internal(set) var size: Int64?
  /// The root that the checkpoint signs.
  public internal(set) var root: Digest?
  /// Acts that were checked afresh.
  public internal(set) var acts: Int64?
  /// What a case of evidence proves.
  public internal(set) var proves: String?
  /// Why it went no further, where something is wrong.
  public internal(set) var refusal: Refusal?
  /// What would have to be given to check more.
  public internal(set) var missing: String?

  init(_ file: String, kind: String) {
    self.file = file
    self.kind = kind
  }
}
