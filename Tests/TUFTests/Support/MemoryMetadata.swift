import TUF

/// A channel's metadata folder in memory.
struct MemoryMetadata: MetadataSource {
  var files: [String: [UInt8]] = [:]

  func root(version: Int64) -> [UInt8]? { files["\(version).root.json"] }
  func snapshot(version: Int64) -> [UInt8]? { files["\(version).snapshot.json"] }
  func targets(version: Int64) -> [UInt8]? { files["\(version).targets.json"] }

  func highestRoot() -> Int64? {
    files.keys.filter { $0.hasSuffix(".root.json") }
      .compactMap { Int64($0.dropLast(".root.json".count)) }.max()
  }

  func timestamps() -> [[UInt8]] {
    files.filter { $0.key.hasSuffix("timestamp.json") }.sorted { $0.key < $1.key }.map(\.value)
  }

  mutating func add(_ published: [(name: String, bytes: [UInt8])]) {
    for (name, bytes) in published { files[name] = bytes }
  }
}
