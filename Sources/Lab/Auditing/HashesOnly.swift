import BundleFormat
import Vocabulary

/// Passes entries by for their hashes, keeping one small entry where asked to.
final class HashesOnly: EntryConsumer {
  private(set) var kept: [UInt8] = []
  private let wanted: String?
  private var path = ""

  init(keeping wanted: String? = nil) { self.wanted = wanted }

  func begin(_ entry: ManifestEntry) { path = entry.path }

  func chunk(_ bytes: ArraySlice<UInt8>) {
    if path == wanted { kept += bytes }
  }

  func end(_ entry: ManifestEntry) {}
}
