public import Cryptography
import Vocabulary

/// What a root document changes against the one before: what a holder must know before signing,
/// and what an incident's rotation has replaced.
public struct RootDifference: Equatable, Sendable {
  /// What becomes of one role.
  public struct RoleChange: Equatable, Sendable {
    /// The role.
    public let role: Role
    /// Keys that sign from now on, and did not before.
    public let added: [VerifyingKey]
    /// Keys that sign no longer.
    public let removed: [VerifyingKey]
    /// Keys that stay.
    public let kept: [VerifyingKey]
    /// How many of them must sign.
    public let threshold: Int64
    /// How many had to before; nil for a first root.
    public let formerThreshold: Int64?

    /// Whether anything is other than before.
    public var isChange: Bool {
      !added.isEmpty || !removed.isEmpty || threshold != formerThreshold
    }
  }

  /// Each role, root first.
  public let roles: [RoleChange]
  /// Recipients to whom results are sealed from now on, and were not before.
  public let sealAdded: [AgeRecipient]
  /// Recipients to whom nothing more is sealed.
  public let sealRemoved: [AgeRecipient]
  /// When the new root expires, milliseconds since 1970.
  public let expires: Int64
  /// When the one before expires; nil for a first root.
  public let formerExpires: Int64?

  /// Compares a root with the one before it, nil for a first one.
  public init(from former: RootDocument?, to new: RootDocument) {
    roles = Role.allCases.map { role in
      let keys = new.keys(of: role)
      let before = former?.keys(of: role)
      let (now, then) = (Set(keys.keys.values), Set((before?.keys ?? [:]).values))
      return RoleChange(
        role: role, added: Self.sorted(now.subtracting(then)),
        removed: Self.sorted(then.subtracting(now)), kept: Self.sorted(now.intersection(then)),
        threshold: keys.threshold, formerThreshold: before?.threshold)
    }
    let before = former?.seal ?? []
    sealAdded = new.seal.filter { !before.contains($0) }
    sealRemoved = before.filter { !new.seal.contains($0) }
    expires = new.expires
    formerExpires = former?.expires
  }

  private static func sorted(_ keys: Set<VerifyingKey>) -> [VerifyingKey] {
    keys.sorted { $0.keyID.hex < $1.keyID.hex }
  }
}
