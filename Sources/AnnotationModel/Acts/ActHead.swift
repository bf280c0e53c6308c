public import Vocabulary

/// The end of one person's chain of acts in one log.
public struct ActHead: Equatable, Sendable {
  /// How many acts there are.
  public private(set) var n: Int64
  /// SHA-256 of the last one's body; zeros before the first.
  public private(set) var last: Digest

  /// The end of a chain of `n` acts; without values, of an empty one.
  public init(n: Int64 = 0, last: Digest = .zero) {
    self.n = n
    self.last = last
  }

  /// Takes the next act. Throws act-chain unless its `n` and `previous` continue the chain.
  public mutating func take(_ act: Act, hash: Digest) throws(Refusal) {
    guard act.n == n + 1, act.previous == last else {
      throw Refusal(.actChain, "act \(act.n) doesn't follow act \(n) of this person")
    }
    (n, last) = (act.n, hash)
  }
}
