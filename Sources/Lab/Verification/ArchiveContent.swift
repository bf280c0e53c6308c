public import BundleFormat

/// An opened archive: its manifest's bytes, then its entries, each checked against the manifest
/// while it passes.
public protocol ArchiveContent: AnyObject {
  /// The bytes of manifest.json.
  var manifest: [UInt8] { get }
  /// Gives the entries to `consumer`, once; returns only where all are as declared.
  func read(_ entries: [ManifestEntry], into consumer: any EntryConsumer) throws
}

extension BundleReader: ArchiveContent {}
