import BundleFormat
import Cryptography
import Store
import Vocabulary

/// The entries of a bundle, out of lab.sqlite: what its manifest declares, always the same bytes.
struct BundleContent {
  let sql: SQL
  let project: ID

  /// The entries in the manifest's order, each with where its bytes come from.
  func entries(of bundle: BundleRecord) throws -> [BundleEntry] {
    let manifest = try DownManifest(parsing: bundle.manifest)
    return manifest.entries.map { entry in
      BundleEntry(path: entry.path, size: entry.size, sha256: entry.sha256) {
        try source(of: entry, in: bundle)
      }
    }
  }

  private func source(
    of entry: ManifestEntry, in bundle: BundleRecord
  ) throws -> any ByteSource {
    switch (entry.path, bundle.content) {
    case (EntryName.order, .order(let body)): return MemorySource(body)
    case (EntryName.project, .tasks(_, let version, _)):
      return MemorySource(
        try present(Schemas(sql: sql, project: project).version(version)?.leaving, entry))
    case (EntryName.guidelines, .tasks(_, _, let guidelines)):
      return MemorySource(
        try present(Schemas(sql: sql, project: project).guidelines(guidelines), entry))
    case (EntryName.guidelines, .order):
      return MemorySource(
        try present(Schemas(sql: sql, project: project).guidelines(entry.sha256), entry))
    case (EntryName.tasks, .tasks):
      return try TaskLines(sql, channel: bundle.channel, sequence: bundle.sequence)
    case (EntryName.practice, .tasks):
      return MemorySource(
        try Practices.file(sql, channel: bundle.channel, sequence: bundle.sequence))
    default:
      let assets = Assets(sql: sql, project: project)
      return MemorySource(try present(assets.file(entry.sha256), entry))
    }
  }

  private func present(_ bytes: [UInt8]?, _ entry: ManifestEntry) throws -> [UInt8] {
    guard let bytes else {
      throw StoreFailure(
        .damaged, path: "lab.sqlite", detail: "\(entry.path) of a bundle is not there")
    }
    return bytes
  }
}
