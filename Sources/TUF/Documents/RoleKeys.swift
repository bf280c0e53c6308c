public import Cryptography
public import Vocabulary

/// Who may sign for a role, and how many of them must (TUF 1.0, section 4.3).
public struct RoleKeys: Equatable, Sendable {
  /// The role's keys by their names. A key that the root lists twice is here once.
  public let keys: [Digest: VerifyingKey]
  /// How many different keys must sign, at least 1. One that is larger than the number of
  /// keys can't be met.
  public let threshold: Int64

  /// Whether both roles trust the same keys, whatever their thresholds.
  func hasSameKeys(as other: RoleKeys) -> Bool { keys == other.keys }

  /// Which of the keys made one of `signatures` over `message`. Each counts once, however often
  /// it signed.
  func signers(of message: [UInt8], _ signatures: [MetadataSignature]) -> Set<VerifyingKey> {
    var signers: Set<VerifyingKey> = []
    for signature in signatures {
      guard let key = keys[signature.keyID], !signers.contains(key) else { continue }
      if key.verifies(signature.bytes, of: message) { signers.insert(key) }
    }
    return signers
  }
}
