public import Cryptography
public import Vocabulary

/// Where result archives are kept, as they came, under their digests (design.md, "The lab's side").
///
/// What is in it never changes: everything else that the lab knows of a log can be rebuilt from it.
/// A folder now; another kind of storage conforms to the same three functions and passes the same
/// tests.
public protocol ArchiveStore: Sendable {
  /// Keeps what `source` gives, if that hashes to `digest`; what is there already stays.
  ///
  /// Throws a `Refusal` for other bytes (`note-digest`) or more than a sealed file may have
  /// (`size`), and whatever `source` or the storage throws; then nothing was kept.
  func put(_ digest: Digest, from source: any ByteSource) throws

  /// The archive of that digest, from its first byte; nil where it isn't kept.
  func get(_ digest: Digest) throws -> (any ByteSource)?

  /// The digests of everything that is kept, in their order.
  func list() throws -> [Digest]
}

extension ArchiveStore {
  /// A source that refuses more than a sealed file may have and hashes what passes.
  func hashing(_ source: any ByteSource) -> HashingSource {
    HashingSource(
      LimitedSource(
        source, limit: Limits.sealed,
        refusal: Refusal(Reason.size, "an archive has more than \(Limits.sealed) bytes")))
  }

  /// Refuses what hashes to something other than its name.
  func check(_ found: Digest, is digest: Digest) throws(Refusal) {
    guard found == digest else {
      throw Refusal(Reason.noteDigest, "an archive's bytes are not those that its note names")
    }
  }
}
