/// Where a channel's metadata is read from: a folder on a stick, or memory.
///
/// Nothing that it gives is believed. What it throws when it can't read is passed on.
public protocol MetadataSource {
  /// `<version>.root.json`, at most `Limits.root` bytes; nil where there is none.
  func root(version: Int64) throws -> [UInt8]?
  /// The largest version for which there is a `<version>.root.json`, to tell a gap.
  func highestRoot() throws -> Int64?
  /// All candidates for the newest timestamp: every `<version>.timestamp.json` and
  /// `timestamp.json`, in any order, torn ones too.
  func timestamps() throws -> [[UInt8]]
  /// `<version>.snapshot.json`, at most `Limits.metadata` bytes; nil where there is none.
  func snapshot(version: Int64) throws -> [UInt8]?
  /// `<version>.targets.json`, at most `Limits.metadata` bytes; nil where there is none.
  func targets(version: Int64) throws -> [UInt8]?
}
