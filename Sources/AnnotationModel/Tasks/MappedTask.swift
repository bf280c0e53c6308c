public import Vocabulary

/// A task made from a record: the line that leaves, and what stays in the lab about it.
public struct MappedTask: Sendable {
  /// The line of tasks.jsonl, without its LF.
  public let line: [UInt8]
  public let id: ID
  /// The record's top-level `id` as its JSON token: `"rec-1"` with the quotes, or `7`. Nil where
  /// there is none; then the record goes by its line's SHA-256.
  public let record: String?
  /// For each outputs field: output key → JSON Pointer of what it shows in the record.
  public let outputs: [String: [String: String]]
  /// The images that the task names.
  public let assets: [AssetReference]
}
