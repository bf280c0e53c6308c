public import Cryptography
public import Vocabulary

/// Who may sign for a role, and how many of them must (TUF 1.0, section 4.3).
public struct RoleKeys: Equatable, Sendable {
  /// The role's keys by their names. A key that the document lists twice is here once.
  public let keys: [Digest: VerifyingKey]
  /// Names of keys of other schemes than Ed25519: they count for nothing.
  let unusable: Set<Digest>
  /// How many different keys must sign, at least 1. One that is larger than the number of
  /// keys can't be met.
  public let threshold: Int64

  init(keys: [Digest: VerifyingKey], unusable: Set<Digest> = [], threshold: Int64) {
    self.keys = keys
    self.unusable = unusable
    self.threshold = threshold
  }

  /// Whether `newer` trusts a key no longer that this trusts: what it signed is to be forgotten
  /// then. A key more, or another threshold, takes trust from nothing.
  func isRotated(to newer: RoleKeys) -> Bool {
    !names.isSubset(of: newer.names)
  }

  /// Which of the keys made one of `signatures` over `message`. Each counts once, however often
  /// it signed, and under however many names.
  func signers(of message: [UInt8], _ signatures: [MetadataSignature]) -> Set<VerifyingKey> {
    var signers: Set<VerifyingKey> = []
    for signature in signatures {
      guard let key = keys[signature.keyID], !signers.contains(key) else { continue }
      if key.verifies(signature.bytes, of: message) { signers.insert(key) }
    }
    return signers
  }

  private var names: Set<Digest> { unusable.union(keys.keys) }
}
