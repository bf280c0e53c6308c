public import Cryptography
public import Vocabulary

/// A signed-in person's secret S and the keys that come from it by HKDF-SHA-256.
///
/// One key, one use: each has an `info` of its own.
public final class PersonKeys: Sendable {
  private let secret: SecretBytes
  /// The key that signs this room's grants, as the slot has it; nil in the lab.
  public let custodian: VerifyingKey?
  /// What grants are sealed to.
  public let seal: AgeIdentity

  init(secret: consuming SecretBytes, custodian: VerifyingKey?) {
    seal = AgeIdentity(secret: HKDF.sha256(secret, info: "airlock/person-seal/1"))
    self.secret = secret
    self.custodian = custodian
  }

  /// The key that signs this person's acts in a project; the salt is the project's 16 bytes.
  public func actKey(project: ID) -> SigningKey {
    SigningKey(seed: HKDF.sha256(secret, salt: project.bytes, info: "airlock/person-act/1"))
  }

  /// The key of a small file of the person's own, such as their settings.
  func fileKey(purpose: String) -> SecretBytes {
    HKDF.sha256(secret, info: "airlock/person-file/1/\(purpose)")
  }

  /// The custodian's: the key of custodian.sqlite.
  public func custodianStoreKey() -> SecretBytes {
    HKDF.sha256(secret, info: "airlock/custodian-store/1")
  }

  /// The custodian's: the key that signs grants.
  public var grantKey: SigningKey {
    SigningKey(seed: HKDF.sha256(secret, info: "airlock/custodian-grant/1"))
  }

  /// The lab operator's: the key of lab.sqlite.
  public func labStoreKey() -> SecretBytes {
    HKDF.sha256(secret, info: "airlock/lab-store/1")
  }

  /// The same secret with a custodian to trust.
  func trusting(_ custodian: VerifyingKey?) -> PersonKeys {
    PersonKeys(secret: secret.copy(), custodian: custodian)
  }

  func withSecret<Value, Problem: Error>(
    _ body: (borrowing SecretBytes) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    try body(secret)
  }
}
