import StrictJSON
import Vocabulary

/// A target of any TUF repository (TUF 1.0, section 4.6).
public struct TargetDescription: Hashable, Sendable {
  /// Its path, as the repository's metadata gives it: nothing to build a file's name from
  /// unchecked.
  public let path: String
  /// Its length in bytes.
  public let length: Int64
  /// Its hashes.
  let hashes: FileHashes

  init(reading value: JSONValue, path: String) throws(JSONFault) {
    self.path = path
    length = try value.require("length").integer()
    hashes = try FileHashes(reading: value.require("hashes"))
  }

  /// The name under which it is fetched: with the hash before the last part of its path where the
  /// repository has consistent snapshots.
  public func fetchPath(isConsistent: Bool) -> String {
    guard isConsistent else { return path }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    return "\(folder)\(hashes.name).\(parts.last ?? "")"
  }

  /// Whether these are the target's bytes.
  public func matches(_ bytes: [UInt8]) -> Bool {
    Int64(bytes.count) == length && hashes.match(bytes)
  }
}
