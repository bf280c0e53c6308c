public import Cryptography
public import TUF

/// What the next root of a project shall have of its own.
public struct RootChange: Sendable, Equatable {
  /// How long a root is good for, in milliseconds: ten years.
  public static let life: Int64 = 10 * 365 * 86_400_000

  /// Roles other than root that get a new key.
  public var roles: Set<Role>
  /// Whether results are sealed to a new recipient.
  public var seal: Bool
  /// Root keys to take in, and to take out.
  public var addedRootKeys: [VerifyingKey]
  public var removedRootKeys: [VerifyingKey]
  /// How many root keys must sign from then on; nil leaves it as it is.
  public var threshold: Int?
  /// How long the new root is good for, in milliseconds.
  public var life: Int64

  /// Everything that the lab itself holds anew, root keys as they are.
  public static let everything = RootChange(
    roles: [.targets, .snapshot, .timestamp], seal: true)

  /// A change of these parts.
  public init(
    roles: Set<Role> = [], seal: Bool = false, addedRootKeys: [VerifyingKey] = [],
    removedRootKeys: [VerifyingKey] = [], threshold: Int? = nil, life: Int64 = RootChange.life
  ) {
    self.roles = roles
    self.seal = seal
    self.addedRootKeys = addedRootKeys
    self.removedRootKeys = removedRootKeys
    self.threshold = threshold
    self.life = life
  }
}
