public import Cryptography
import Vocabulary

/// Opens a sealed bundle or archive, and lets nothing through that its manifest doesn't declare.
///
/// Two steps, so that the manifest's hash can be checked before the manifest is parsed: `init`
/// gives the manifest's bytes, `read` the entries. Streams, in a few megabytes beside the manifest.
public final class BundleReader {
  /// The bytes of the first entry, `manifest.json`. Authentic as far as the age chunks that they
  /// came in, which anyone can make who knows the recipient: check their hash, then parse them.
  public let manifest: [UInt8]

  private let plaintext: ChunkReader
  private let frame: ZstdReader
  private let tar: TarReader
  private var isRead = false

  /// Opens `source` with whichever identity fits, and reads as far as the manifest.
  ///
  /// Throws a refusal with an `age-`, `zstd-` or `tar-` code, `entry-missing` or `entry-order`
  /// where something else than the manifest comes first, `size`, or what reading `source` throws.
  public init(_ source: any ByteSource, identities: [AgeIdentity]) throws {
    let sealed = LimitedSource(source, limit: Limits.sealed, refusal: SealedSink.refusal)
    let age = try AgeDecryptor(sealed, identities: identities, policy: .exchange)
    plaintext = ChunkReader(age)
    frame = try ZstdReader(plaintext)
    tar = TarReader(frame)
    manifest = try Self.manifest(from: tar)
  }

  private static func manifest(from tar: TarReader) throws -> [UInt8] {
    guard let header = try tar.header() else {
      throw Refusal(.entryMissing, "the tar holds no \(EntryName.manifest)")
    }
    guard header.path == EntryName.manifest else {
      throw Refusal(.entryOrder, "the tar's first entry is not \(EntryName.manifest)")
    }
    guard header.size <= Limits.manifest else {
      throw Refusal(.size, "the manifest is longer than \(Limits.manifest) bytes")
    }
    var bytes: [UInt8] = []
    try tar.content(of: header) { bytes += $0 }
    return bytes
  }

  /// Gives the entries, as the parsed manifest declares them, to `consumer`; once.
  ///
  /// It returns only after the true end: every entry was there, in order, with its size and hash,
  /// the tar and the zstd frame ended, the padding was right, and the age payload is whole. Throws
  /// a refusal with an `entry-`, `tar-`, `zstd-` or `age-` code, `padding` or `path-twice`, or
  /// what `consumer` or the source throws; then nothing that was consumed may count.
  public func read(_ entries: [ManifestEntry], into consumer: any EntryConsumer) throws {
    precondition(!isRead, "a bundle streams by once")
    isRead = true
    for index in entries.indices {
      try pass(try header(of: index, in: entries), entries[index], to: consumer)
    }
    if let extra = try tar.header() {
      throw try EntryMismatch(entries, at: entries.endIndex).refusal(found: extra, in: tar)
    }
    try tar.end()
    try PaddingFrame.check(after: frame.frameBytes, in: plaintext)
  }

  private func pass(
    _ header: TarHeader, _ entry: ManifestEntry, to consumer: any EntryConsumer
  ) throws {
    var check = EntryCheck(entry)
    try consumer.begin(entry)
    try tar.content(of: header) {
      try check.take($0)
      try consumer.chunk($0)
    }
    try check.finish()
    try consumer.end(entry)
  }

  /// The tar's header of the entry at `index`, which must be the next and of the declared size.
  private func header(of index: Int, in entries: [ManifestEntry]) throws -> TarHeader {
    let entry = entries[index]
    guard let header = try tar.header() else { throw EntryMismatch(entries, at: index).missing }
    guard header.path == entry.path else {
      throw try EntryMismatch(entries, at: index).refusal(found: header, in: tar)
    }
    guard header.size == entry.size else {
      throw Refusal(.entryHash, "the tar has \(entry.path) with another size than the manifest")
    }
    return header
  }
}
