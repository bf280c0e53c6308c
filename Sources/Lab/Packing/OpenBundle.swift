import BundleFormat
import Cryptography
import Vocabulary

/// A bundle that tasks are being added to.
struct OpenBundle {
  let sequence: Int64
  private(set) var tasks: Int64 = 0
  /// Bytes of tasks.jsonl, each line with its LF.
  private(set) var taskBytes: Int64 = 0
  private(set) var assets: [Digest: Int64]
  private var assetBytes: Int64 = 0
  private var hasher = SHA256Hasher()

  /// The entry of its practice.jsonl.
  private let practice: ManifestEntry?

  /// Starts a bundle; `assets` are those that its guidelines and practice tasks name, with their
  /// sizes, `practice` the lines of practice.jsonl.
  init(sequence: Int64, assets: [Digest: Int64], practice lines: [[UInt8]] = []) {
    self.sequence = sequence
    self.assets = assets
    practice = lines.isEmpty ? nil : Self.entry(lines)
    assetBytes = assets.values.reduce(0) { $0 + Self.span(of: $1) }
    if let practice { assetBytes += Self.span(of: practice.size) }
  }

  private static func entry(_ lines: [[UInt8]]) -> ManifestEntry {
    let file = Array(lines.map { $0 + [0x0A] }.joined())
    return ManifestEntry(
      path: EntryName.practice, size: Int64(file.count), sha256: SHA256.hash(file))
  }

  /// Whether a task with these images still fits.
  func fits(_ line: [UInt8], _ more: [Digest: Int64], _ limits: BundleLimits) -> Bool {
    let new = more.filter { assets[$0.key] == nil }.values.reduce(0) { $0 + Self.span(of: $1) }
    return tasks < limits.tasks
      && taskBytes + Int64(line.count) + 1 + assetBytes + new <= limits.bytes
  }

  /// Adds a task; its place among the bundle's tasks.
  mutating func add(_ line: [UInt8], _ more: [Digest: Int64]) -> Int64 {
    hasher.update(line)
    hasher.update([0x0A])
    taskBytes += Int64(line.count) + 1
    for (digest, size) in more where assets[digest] == nil {
      assets[digest] = size
      assetBytes += Self.span(of: size)
    }
    defer { tasks += 1 }
    return tasks
  }

  /// The entries of its manifest.
  func entries(schema: [UInt8], guidelines: [UInt8]) -> [ManifestEntry] {
    var hasher = hasher
    let documents = [(EntryName.project, schema), (EntryName.guidelines, guidelines)].map {
      ManifestEntry(path: $0, size: Int64($1.count), sha256: SHA256.hash($1))
    }
    let lines = ManifestEntry(
      path: EntryName.tasks, size: taskBytes, sha256: hasher.finish())
    let images = assets.sorted { $0.key < $1.key }.map {
      ManifestEntry(path: EntryName.asset($0), size: $1, sha256: $0)
    }
    return documents + [lines] + (practice.map { [$0] } ?? []) + images
  }

  /// About what a file takes in a tar, the manifest's entry included.
  private static func span(of size: Int64) -> Int64 { size + 1_536 }
}
