import Cryptography
import TUF
import Vocabulary

/// The new secrets that belong to a root document: keys of the roles that the lab itself signs for,
/// and the identity that opens results.
struct RootSecrets {
  /// New keys by role, never root's.
  var keys: [(role: Role, key: SigningKey)]
  /// A new identity, where results are to be sealed to another one.
  var identity: AgeIdentity?

  /// Fresh keys for `roles`, and a fresh identity where `seal`.
  static func fresh(for roles: [Role], seal: Bool) -> RootSecrets {
    RootSecrets(
      keys: roles.map { ($0, SigningKey.generate()) },
      identity: seal ? AgeIdentity.generate() : nil)
  }

  /// The new key of a role, alone.
  func signers(of role: Role) -> RootDraft.Signers {
    .init(keys.filter { $0.role == role }.map(\.key.verifyingKey))
  }
}
