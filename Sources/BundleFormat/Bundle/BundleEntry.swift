public import Cryptography
public import Vocabulary

/// A file to be packed: what the manifest says about it, and where its bytes come from.
public struct BundleEntry {
  /// Path, size in bytes and hash, as in the manifest.
  public let declared: ManifestEntry
  /// Opens the content from its start.
  public let open: () throws -> any ByteSource

  /// An entry whose bytes `open` gives when it is its turn.
  public init(_ declared: ManifestEntry, open: @escaping () throws -> any ByteSource) {
    self.declared = declared
    self.open = open
  }

  /// An entry whose bytes `open` gives when it is its turn.
  public init(
    path: String, size: Int64, sha256: Digest, open: @escaping () throws -> any ByteSource
  ) {
    self.init(ManifestEntry(path: path, size: size, sha256: sha256), open: open)
  }

  /// An entry whose bytes are at hand.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, size: Int64(bytes.count), sha256: SHA256.hash(bytes)) {
      MemorySource(bytes)
    }
  }
}
