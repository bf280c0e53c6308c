public import Cryptography
import Vocabulary

/// Packs and seals a bundle or an archive: tar → zstd → padding → age (formats.md, section 5).
public enum BundleWriter {
  /// Writes the sealed file to `sink`, and finishes it.
  ///
  /// Streams: beside the manifest it holds a few megabytes, however much is packed. What it would
  /// not read again it does not write: the manifest must parse and declare exactly `entries`, and
  /// each entry must turn out as declared, else it throws (`entry-order`, `entry-hash`, `size`, …)
  /// and the sink, not finished, holds something worthless.
  public static func write(
    manifest: [UInt8], entries: [BundleEntry], to recipients: [AgeRecipient],
    sink: any ByteSink
  ) throws {
    guard try declared(in: manifest) == entries.map(\.declared) else {
      throw Refusal(.entryOrder, "the manifest declares other entries than are to be packed")
    }
    let all = [BundleEntry(path: EntryName.manifest, bytes: manifest)] + entries
    let size = all.reduce(TarWriter.endBytes) { $0 + TarHeader.span(of: $1.declared.size) }
    guard size <= Limits.sealed else {
      throw Refusal(.size, "the tar would be \(size) bytes, where \(Limits.sealed) are allowed")
    }
    let age = try AgeEncryptor(to: recipients, sink: SealedSink(sink))
    let tar = TarWriter(try ZstdWriter(contentBytes: size, sink: age))
    var buffer = [UInt8](repeating: 0, count: pieceBytes)
    for entry in all { try pack(entry, into: tar, through: &buffer) }
    try tar.finish()
  }

  private static let pieceBytes = 128 << 10

  /// The entries of a manifest of whichever kind, all rules checked.
  private static func declared(in manifest: [UInt8]) throws(Refusal) -> [ManifestEntry] {
    let (_, kind) = try ManifestDocument.open(manifest, kinds: ManifestKind.allCases)
    switch kind {
    case .tasks, .order: return try DownManifest(parsing: manifest).entries
    case .results: return try ResultManifest(parsing: manifest).entries
    }
  }

  private static func pack(
    _ entry: BundleEntry, into tar: TarWriter, through buffer: inout [UInt8]
  ) throws {
    let declared = entry.declared
    try tar.begin(declared.path, size: declared.size)
    var check = EntryCheck(declared)
    let source = try entry.open()
    while case let count = try source.read(into: &buffer), count > 0 {
      try check.take(buffer[..<count])
      try tar.write(buffer[..<count])
    }
    try check.finish()
    try tar.end(size: declared.size)
  }
}
