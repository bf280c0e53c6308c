import BundleFormat

/// Keeps the entries that a reader gives it.
final class Collector: EntryConsumer {
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private(set) var ended: [String] = []

  func begin(_ entry: ManifestEntry) { files.append((entry.path, [])) }
  func chunk(_ bytes: ArraySlice<UInt8>) { files[files.count - 1].bytes += bytes }
  func end(_ entry: ManifestEntry) { ended.append(entry.path) }

  var paths: [String] { files.map(\.path) }
  subscript(_ path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
}
