import BundleFormat

/// Keeps a bundle's entries in memory.
final class EntryCollector: EntryConsumer {
  private var entries: [String: [UInt8]] = [:]
  private var path = ""

  /// An entry's bytes; none for one that wasn't there.
  subscript(_ path: String) -> [UInt8] { entries[path, default: []] }

  func begin(_ entry: ManifestEntry) {
    path = entry.path
    entries[path] = []
  }

  func chunk(_ bytes: ArraySlice<UInt8>) { entries[path, default: []] += bytes }

  func end(_ entry: ManifestEntry) {}
}
