import BundleFormat
import Cryptography
import Store
import Vocabulary

/// A bundle or an archive that somebody has opened with `age -d | zstd -d | tar x`: the same
/// entries as files of a folder.
final class FolderArchive: ArchiveContent {
  let manifest: [UInt8]
  private let path: String

  /// Opens a folder; throws `entry-missing` where it has no manifest.json.
  init(_ path: String) throws {
    self.path = path
    do {
      manifest = try PrivateFile.read(
        "\(path)/\(EntryName.manifest)", limit: Int(Limits.manifest))
    } catch {
      throw Refusal("entry-missing", "\(error)")
    }
  }

  func read(_ entries: [ManifestEntry], into consumer: any EntryConsumer) throws {
    try refuseOthers(entries)
    var buffer = [UInt8](repeating: 0, count: 128 << 10)
    for entry in entries {
      guard let file = try FileFolder(path).open(entry.path) else {
        throw Refusal("entry-missing", "\(entry.path) is in the manifest, not in the folder")
      }
      let source = HashingSource(file)
      try consumer.begin(entry)
      while case let count = try source.read(into: &buffer), count > 0 {
        guard source.count <= entry.size else { throw wrong(entry) }
        try consumer.chunk(buffer[..<count])
      }
      guard source.count == entry.size, source.digest == entry.sha256 else { throw wrong(entry) }
      try consumer.end(entry)
    }
  }

  private func refuseOthers(_ entries: [ManifestEntry]) throws {
    let declared = Set(entries.map(\.path) + [EntryName.manifest])
    let names = try FileFolder(path).names()
    let assets = names.contains("assets") ? try FileFolder("\(path)/assets").names() : []
    let found = names.filter { $0 != "assets" } + assets.map { "assets/\($0)" }
    for name in found where !declared.contains(name) {
      throw Refusal("entry-extra", "the folder holds a file that the manifest does not have")
    }
  }

  private func wrong(_ entry: ManifestEntry) -> Refusal {
    Refusal("entry-hash", "\(entry.path) is not what the manifest declares")
  }
}
