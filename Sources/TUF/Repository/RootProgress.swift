public import Cryptography

/// How far the signing of a root has come.
public struct RootProgress: Equatable, Sendable {
  /// What the keys of one root document demand.
  public struct Demand: Equatable, Sendable {
    /// How many different keys must sign.
    public let threshold: Int64
    /// Those that have signed.
    public let signed: Set<VerifyingKey>
    /// Those that have not. Not all of them need to.
    public let missing: Set<VerifyingKey>

    /// Whether enough have signed.
    public var isMet: Bool { Int64(signed.count) >= threshold }
  }

  /// The demand of the root before, where there is one, and that of the root itself.
  public let demands: [Demand]

  /// Whether both thresholds are met, so that rooms will take the root.
  public var isComplete: Bool { demands.allSatisfy(\.isMet) }

  /// Keys of either root that have signed.
  public var signed: Set<VerifyingKey> {
    demands.reduce(into: []) { $0.formUnion($1.signed) }
  }

  /// Keys whose signature would still count for a demand that isn't met.
  public var needed: Set<VerifyingKey> {
    demands.filter { !$0.isMet }.reduce(into: []) { $0.formUnion($1.missing) }
  }
}
