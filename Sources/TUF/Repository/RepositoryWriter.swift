public import Cryptography
public import Vocabulary

/// Makes and signs root documents. Their keys may be in several hands and places, so a root can be
/// signed by one after the other.
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

  /// The same root with the signatures of `keys` added; one that has signed signs afresh.
  ///
  /// Throws what reading the file throws. What it says is for a person to check before.
  public static func sign(
    _ rootFile: [UInt8], by keys: [SigningKey]
  ) throws(Refusal) -> [UInt8] {
    let document = try UnverifiedDocument<RootDocument>(parsing: rootFile, limit: Limits.root)
    _ = try document.claim()
    let added = unique(keys).map { key in
      MetadataSignature(
        keyID: key.verifyingKey.keyID, bytes: key.signature(of: document.message))
    }
    let names = Set(added.map(\.keyID))
    let kept = document.signatures.filter { !names.contains($0.keyID) }
    let signed: UnverifiedDocument<RootDocument> = try MetadataWriter.file(
      document.message, kept + added)
    return signed.bytes
  }

  /// Who has signed a root so far, and who is still needed.
  ///
  /// `previous` is the root before it, whose keys must sign too; nil for the first. Throws what
  /// reading the files throws.
  public static func progress(
    of rootFile: [UInt8], after previous: [UInt8]?
  ) throws(Refusal) -> RootProgress {
    let document = try UnverifiedDocument<RootDocument>(parsing: rootFile, limit: Limits.root)
    var demands = [try document.claim().keys(of: .root)]
    if let previous { demands.append(try RootDocument(trusting: previous).keys(of: .root)) }
    var signers: Set<VerifyingKey> = []
    var isComplete = true
    for demand in demands {
      let found = demand.signers(of: document.message, document.signatures)
      signers.formUnion(found)
      if Int64(found.count) < demand.threshold { isComplete = false }
    }
    let all = Set(demands.flatMap { Array($0.keys.values) })
    return RootProgress(
      signed: signers, missing: all.subtracting(signers), isComplete: isComplete)
  }

  private static func unique(_ keys: [SigningKey]) -> [SigningKey] {
    var seen: Set<VerifyingKey> = []
    return keys.filter { seen.insert($0.verifyingKey).inserted }
  }
}

/// How far the signing of a root has come.
public struct RootProgress: Equatable, Sendable {
  /// Keys, of this root or the one before, that have signed.
  public let signed: Set<VerifyingKey>
  /// Those that have not. Not all of them need to.
  public let missing: Set<VerifyingKey>
  /// Whether both thresholds are met, so that rooms will take the root.
  public let isComplete: Bool
}
