public import Cryptography
public import Vocabulary

/// Makes root documents; `RootProposal` has them signed by keys that are elsewhere.
public enum RepositoryWriter {
  /// A root file, signed by those `keys` that are at hand, perhaps none.
  ///
  /// Throws `tuf-key` for a key in two roles, `tuf-form`, `x-airlock` and the like for a draft that
  /// nobody could read.
  public static func makeRoot(
    _ draft: RootDraft, signedBy keys: [SigningKey]
  ) throws(Refusal) -> [UInt8] {
    let document = try MetadataWriter.file(
      draft.signed(), RootDocument.self, signedBy: unique(keys))
    _ = try document.claim()
    return document.bytes
  }

  private static func unique(_ keys: [SigningKey]) -> [SigningKey] {
    var seen: Set<VerifyingKey> = []
    return keys.filter { seen.insert($0.verifyingKey).inserted }
  }
}
