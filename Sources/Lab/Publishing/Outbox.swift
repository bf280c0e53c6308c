import BundleFormat
import Cryptography
import Store
import Vocabulary

/// Sealed bundles that rooms have not acknowledged, as files of the lab's home, so that a stick
/// that was lost is written again without sealing again.
///
/// A file is named by its hash and is there, on the disk, before lab.sqlite names it: a crash
/// between leaves a file that nothing names, which `clean` removes.
struct Outbox: Sendable {
  private let folder: FileFolder

  init(_ path: String) { folder = FileFolder(path) }

  /// Seals a bundle to `recipient` and keeps the result.
  func seal(
    _ bundle: BundleRecord, entries: [BundleEntry], to recipient: AgeRecipient
  ) throws -> BundleRecord.Sealed {
    var sealed: BundleRecord.Sealed?
    try folder.write(part: bundle.target) { sink in
      let hashing = HashingSink(sink)
      try BundleWriter.write(
        manifest: bundle.manifest, entries: entries, to: [recipient], sink: hashing)
      let found = BundleRecord.Sealed(
        sha256: hashing.digest, size: hashing.count, recipient: recipient.text)
      sealed = found
      return Self.name(found.sha256)
    }
    guard let sealed else { throw Failure(.refused, "a bundle was not sealed") }
    return sealed
  }

  /// The ciphertext; nil where it isn't there any more.
  func open(_ sealed: BundleRecord.Sealed) throws -> (any ByteSource)? {
    try folder.open(Self.name(sealed.sha256))
  }

  func holds(_ sealed: BundleRecord.Sealed) -> Bool {
    PrivateFile.exists("\(folder.path)/\(Self.name(sealed.sha256))")
  }

  /// Removes what `keep` doesn't name: acknowledged bundles and left-overs of a crash.
  func clean(keep: Set<Digest>) throws {
    let names = Set(keep.map(Self.name))
    for name in try folder.names() where !names.contains(name) { try folder.remove(name) }
  }

  private static func name(_ digest: Digest) -> String { "\(digest.hex).age" }
}
