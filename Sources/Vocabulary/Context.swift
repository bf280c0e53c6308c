/// The effects that a test replaces: the clock and randomness.
///
/// Passed down from the executables, so that a test can live through days and repeat a run from
/// a seed. Keys never come from here but from libsodium itself.
public struct Context: Sendable {
  /// Milliseconds since 1970 UTC. No side trusts it (formats.md, section 3).
  public let now: @Sendable () -> Int64
  /// So many unpredictable bytes: ids, nonces, salts, order of outputs.
  public let random: @Sendable (Int) -> [UInt8]

  /// A context from a clock (milliseconds since 1970 UTC) and a source of random bytes.
  public init(
    now: @escaping @Sendable () -> Int64, random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.now = now
    self.random = random
  }

  /// A fresh identifier of the given kind.
  public func fresh<Value: FixedBytes>(_ type: Value.Type = Value.self) -> Value {
    Value(unchecked: random(Value.length))
  }
}
