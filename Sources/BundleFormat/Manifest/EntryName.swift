public import Vocabulary

/// The names that entries may have (formats.md, section 5).
public enum EntryName {
  /// The manifest, always the first entry, which no manifest lists.
  public static let manifest = "manifest.json"
  /// The schema that leaves the lab.
  public static let project = "project.json"
  /// The guidelines, in Markdown.
  public static let guidelines = "guidelines.md"
  /// The tasks, one a line.
  public static let tasks = "tasks.jsonl"
  /// Practice tasks with their answers, one a line.
  public static let practice = "practice.jsonl"
  /// What an order says.
  public static let order = "order.json"
  /// The signed size and root of a channel's log.
  public static let checkpoint = "checkpoint"
  /// The leaves of a log, one a line.
  public static let log = "log.jsonl"
  /// The bodies of the act leaves, one a line.
  public static let acts = "acts.jsonl"
  /// A room's new card, where it has one.
  public static let card = "card"
  /// What the room's software says about itself.
  public static let attestation = "attest.dsse"

  static let assetFolder = "assets/"

  /// The name of the asset with that content.
  public static func asset(_ sha256: Digest) -> String { assetFolder + sha256.hex }

  /// Whether `path` lies in the folder of assets.
  public static func isAsset(_ path: String) -> Bool { path.hasPrefix(assetFolder) }

  /// The most bytes that the entry of that name may have.
  static func limit(of path: String) -> Int64 {
    switch path {
    case project: Limits.schema
    case guidelines: Limits.guidelines
    case order: Limits.order
    case checkpoint, card: Limits.note
    case attestation: Limits.metadata
    case _ where isAsset(path): Limits.asset
    default: Limits.sealed
    }
  }
}
