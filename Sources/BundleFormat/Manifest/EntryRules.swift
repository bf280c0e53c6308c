import Vocabulary

/// Whether the entries that a manifest declares are ones that it may declare.
///
/// All of it is decided before a byte of content is read, so that a manifest which promises too
/// much costs no more than its own length.
struct EntryRules {
  let kind: ManifestKind

  /// Checks names, order and sizes. Throws `path`, `path-twice`, `asset-name`, `entry-extra`,
  /// `entry-order`, `entry-missing` or `size`.
  func check(_ entries: [ManifestEntry]) throws(Refusal) {
    guard entries.count <= Limits.entries else {
      throw Refusal(.size, "the manifest declares more than \(Limits.entries) entries")
    }
    try checkPaths(entries)
    try checkOrder(entries)
    try checkSizes(entries)
  }

  private func checkPaths(_ entries: [ManifestEntry]) throws(Refusal) {
    var seen: Set<String> = []
    for (number, entry) in entries.enumerated() {
      if let problem = EntryPath.problem(entry.path.utf8) {
        throw Refusal(.path, "the path of \(place(number)) \(problem)")
      }
      // File systems of sticks and desks don't tell capitals apart.
      guard seen.insert(entry.path.lowercased()).inserted else {
        throw Refusal(.pathTwice, "the path of \(place(number)) is there already")
      }
      guard !EntryName.isAsset(entry.path) || entry.path == EntryName.asset(entry.sha256) else {
        throw Refusal(.assetName, "the asset at \(place(number)) is not named by its hash")
      }
    }
  }

  private func checkOrder(_ entries: [ManifestEntry]) throws(Refusal) {
    let names = kind.names
    var reached = 0
    for (number, entry) in entries.enumerated() {
      guard let rank = rank(of: entry.path, among: names) else {
        throw Refusal(.entryExtra, "\(place(number)) has no place in a manifest of kind \(kind)")
      }
      guard rank >= reached else {
        throw Refusal(.entryOrder, "\(place(number)) stands behind one that belongs after it")
      }
      reached = rank
    }
    // Paths are unique, so each required one is there exactly once.
    for (name, isRequired) in names where isRequired {
      guard entries.contains(where: { $0.path == name }) else {
        throw Refusal(.entryMissing, "the manifest has no entry \(name)")
      }
    }
  }

  private func rank(of path: String, among names: [(name: String, isRequired: Bool)]) -> Int? {
    if EntryName.isAsset(path) { return kind.hasAssets ? names.count : nil }
    return names.firstIndex { $0.name == path }
  }

  private func checkSizes(_ entries: [ManifestEntry]) throws(Refusal) {
    var total: Int64 = 0
    var span = TarWriter.endBytes
    for (number, entry) in entries.enumerated() {
      let limit = EntryName.limit(of: entry.path)
      guard entry.size <= limit else {
        throw Refusal(.size, "\(place(number)) declares more than \(limit) bytes")
      }
      total += entry.size
      span += TarHeader.span(of: entry.size)
      guard total <= Limits.sealed, span <= Limits.sealed else {
        throw Refusal(.size, "up to \(place(number)) the tar passes \(Limits.sealed) bytes")
      }
    }
  }

  private func place(_ number: Int) -> String { "entry \(number) of the manifest" }
}
