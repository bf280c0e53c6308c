/// What a guess at a passphrase costs: memory and passes over it (RFC 9106).
public struct Argon2Cost: Hashable, Sendable {
  /// Bytes of memory, at least 8 KiB.
  public let memoryBytes: Int
  /// Passes over the memory, at least 1.
  public let passes: Int

  /// A cost of so many bytes and passes.
  public init(memoryBytes: Int, passes: Int) {
    self.memoryBytes = memoryBytes
    self.passes = passes
  }

  /// The cost of every file of ours (design.md, "Room home").
  public static let standard = Argon2Cost(memoryBytes: 64 << 20, passes: 8)
}
