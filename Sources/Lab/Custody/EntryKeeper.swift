import BundleFormat

/// Keeps some entries of an archive and lets the others pass.
final class EntryKeeper: EntryConsumer {
  private let names: Set<String>
  private(set) var files: [String: [UInt8]] = [:]
  private var open: String?

  init(_ names: Set<String>) { self.names = names }

  func begin(_ entry: ManifestEntry) { open = names.contains(entry.path) ? entry.path : nil }

  func chunk(_ bytes: ArraySlice<UInt8>) {
    if let open { files[open, default: []] += bytes }
  }

  func end(_ entry: ManifestEntry) { open = nil }
}
