import Cryptography
import Vocabulary

@testable import BundleFormat

/// A bundle layer by layer, so that a test can change one and put the others on again.
enum Crafted {
  static let identity = AgeIdentity.generate()
  static let project = ID(unchecked: [UInt8](repeating: 1, count: 16))
  static let room = ID(unchecked: [UInt8](repeating: 2, count: 16))

  /// A file of a crafted bundle.
  typealias File = (path: String, bytes: [UInt8])

  static let files: [File] = [
    (EntryName.project, Array("{}".utf8)),
    (EntryName.guidelines, Array("Read twice.\n".utf8)),
    (EntryName.tasks, Array("{\"id\":1}\n".utf8)),
  ]

  /// `files` and an asset that no compressor shortens, so that the age file has several chunks.
  static let largeFiles: [File] = {
    let noise = Crafted.noise(300_000)
    return files + [(EntryName.asset(SHA256.hash(noise)), noise)]
  }()

  /// Bytes that look random and are the same in each run.
  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 32)
    }
  }

  static func entries(_ files: [File]) -> [ManifestEntry] {
    files.map {
      ManifestEntry(path: $0.path, size: Int64($0.bytes.count), sha256: SHA256.hash($0.bytes))
    }
  }

  static func manifest(_ entries: [ManifestEntry]) -> DownManifest {
    DownManifest(
      kind: .tasks, project: project, room: room, sequence: 1, previous: .zero,
      issued: 1_767_225_600_000, lease: .standard, receipt: nil, entries: entries)
  }

  static func manifestFile(_ files: [File]) -> File {
    (EntryName.manifest, manifest(entries(files)).encoded())
  }

  /// One entry of a tar, its header as given and its content filled up.
  static func block(_ header: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    header + bytes
      + [UInt8](repeating: 0, count: TarHeader.filler(after: Int64(bytes.count)))
  }

  static func block(_ file: File) -> [UInt8] {
    block(TarHeader(path: file.path, size: Int64(file.bytes.count)).encoded(), file.bytes)
  }

  static let tarEnd = [UInt8](repeating: 0, count: 1_024)

  /// A whole tar of `files`, their manifest before them.
  static func tar(_ files: [File]) -> [UInt8] {
    ([manifestFile(files)] + files).flatMap(block) + tarEnd
  }

  /// A zstd frame with its padding.
  static func padded(_ tar: [UInt8]) throws -> [UInt8] {
    let sink = MemorySink()
    let writer = try ZstdWriter(contentBytes: Int64(tar.count), sink: sink)
    try writer.write(tar)
    try writer.finish()
    return sink.bytes
  }

  /// The zstd frame alone.
  static func frame(_ tar: [UInt8]) throws -> [UInt8] {
    let all = try padded(tar)
    let input = ChunkReader(MemorySource(all))
    let reader = try ZstdReader(input)
    _ = try reader.readAll(limit: .max)
    return Array(all.prefix(Int(reader.frameBytes)))
  }

  static func padding(after frame: [UInt8]) throws -> [UInt8] {
    let sink = MemorySink()
    try PaddingFrame.write(after: Int64(frame.count), to: sink)
    return sink.bytes
  }

  static func sealed(_ plaintext: [UInt8]) throws -> [UInt8] {
    let sink = MemorySink()
    let age = try AgeEncryptor(to: [identity.recipient], sink: sink)
    try age.write(plaintext)
    try age.finish()
    return sink.bytes
  }

  /// All layers over a tar.
  static func sealed(tar: [UInt8]) throws -> [UInt8] { try sealed(padded(tar)) }

  /// What the writer makes of `files`.
  static func written(
    _ files: [File], to recipients: [AgeRecipient] = [identity.recipient]
  ) throws -> [UInt8] {
    let sink = MemorySink()
    try BundleWriter.write(
      manifest: manifestFile(files).bytes,
      entries: files.map { BundleEntry(path: $0.path, bytes: $0.bytes) },
      to: recipients, sink: sink)
    return sink.bytes
  }

  /// Reads a bundle as a room does: manifest, then entries.
  @discardableResult
  static func read(
    _ sealed: [UInt8], identities: [AgeIdentity] = [identity], piece: Int = .max
  ) throws -> Collector {
    let reader = try BundleReader(
      MemorySource(sealed, pieceLimit: piece), identities: identities)
    let collector = Collector()
    try reader.read(DownManifest(parsing: reader.manifest).entries, into: collector)
    return collector
  }
}
