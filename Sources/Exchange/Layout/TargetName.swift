import Vocabulary

/// The name of a file in `targets/`: `<sha256>.<32 hex>.age`.
struct TargetName: Equatable {
  let sha256: Digest
  /// The target's path in the metadata.
  let path: String

  /// Reads a name; nil for one that has no place there.
  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "age", let sha256 = Digest(hex: parts[0]),
      ID(hex: parts[1]) != nil
    else { return nil }
    self.sha256 = sha256
    path = "\(parts[1]).age"
  }
}
