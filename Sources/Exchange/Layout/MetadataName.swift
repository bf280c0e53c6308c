import TUF

/// The name of a file in `metadata/`: `<version>.<role>.json`, or `timestamp.json`.
struct MetadataName: Equatable {
  let role: Role
  /// Nil for `timestamp.json` alone.
  let version: Int64?

  /// Reads a name; nil for one that has no place there.
  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if name == "timestamp.json" {
      (role, version) = (.timestamp, nil)
    } else {
      guard parts.count == 3, parts[2] == "json", let version = ExchangeLayout.number(parts[0]),
        let role = Role(rawValue: String(parts[1]))
      else { return nil }
      (self.role, self.version) = (role, version)
    }
  }
}
