public import Cryptography

/// How the trust root of a new project is made.
public struct RootPlan: Sendable {
  /// Who must sign a change of trust.
  public enum Keys: Sendable {
    /// So many keys, made with the project and put into its home to be moved away.
    case fresh(count: Int, threshold: Int)
    /// Keys that people have already, and those of them that are at hand to sign at once.
    case holders(RootHolders, atHand: [SigningKey])
  }

  /// Who must sign a change of trust.
  public var keys: Keys

  /// A plan for fresh keys, of which `threshold` must sign.
  public init(keys: Int = 2, threshold: Int = 1) {
    self.keys = .fresh(count: keys, threshold: threshold)
  }

  /// A plan for keys that people have already; `atHand` sign the first root at once.
  public init(_ holders: RootHolders, atHand: [SigningKey] = []) {
    keys = .holders(holders, atHand: atHand)
  }
}
