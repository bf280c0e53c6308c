import CSodium
import Synchronization

/// Bytes that must not leak: keys, seeds, passphrases.
///
/// They live in memory from `sodium_malloc`: between guard pages, left out of core dumps, wiped
/// when the value goes, and locked so that they are not written to swap. There is one owner;
/// who needs another says `copy()`.
///
/// Policy where memory can't be locked (the limit is 8 MiB on many systems): work goes on with
/// unlocked memory, and `SecretBytes.everUnlocked` says so, for a program to report. Refusing
/// would lock people out of their work because of a limit they can't raise.
@safe
public struct SecretBytes: ~Copyable, @unchecked Sendable {
  // Sendable by hand because of the pointer: one owner has it, and bytes change only through
  // `mutating` access.
  private let base: UnsafeMutablePointer<UInt8>
  /// How many bytes there are.
  public let count: Int

  private static let unlocked = Atomic<Bool>(false)

  /// Whether some secret of this process could not be locked in memory.
  public static var everUnlocked: Bool { unlocked.load(ordering: .relaxed) }

  /// So many zero bytes.
  public init(count: Int) {
    Sodium.start()
    // Like an array that can't grow, a process without memory for its keys can't go on.
    guard let memory = unsafe sodium_malloc(count) else {
      preconditionFailure("no memory for a secret of \(count) bytes")
    }
    // sodium_malloc locks too but doesn't tell whether it could; locks don't add up.
    if unsafe sodium_mlock(memory, count) != 0 {
      Self.unlocked.store(true, ordering: .relaxed)
    }
    unsafe base = memory.bindMemory(to: UInt8.self, capacity: count)
    self.count = count
    unsafe base.update(repeating: 0, count: count)
  }

  deinit {
    // Wipes, unlocks and unmaps.
    unsafe sodium_free(base)
  }

  /// Bytes from the system's source of randomness.
  public static func random(count: Int) -> SecretBytes {
    var secret = SecretBytes(count: count)
    unsafe secret.withMutablePointer { unsafe randombytes_buf($0, count) }
    return secret
  }

  /// Takes the bytes over and leaves zeros in the array.
  ///
  /// Only this array is wiped: copies that were made of it earlier are the caller's to avoid.
  public init(wiping bytes: inout [UInt8]) {
    self.init(copying: bytes)
    bytes.wipe()
  }

  /// A copy of bytes that are no secret, or that the caller wipes.
  public init(copying bytes: [UInt8]) {
    self.init(count: bytes.count)
    unsafe bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe base.update(from: start, count: source.count) }
    }
  }

  /// The first secret followed by the second.
  public init(joining first: borrowing SecretBytes, _ second: borrowing SecretBytes) {
    self.init(count: first.count + second.count)
    unsafe base.update(from: first.base, count: first.count)
    unsafe (base + first.count).update(from: second.base, count: second.count)
  }

  /// A second owner of the same bytes.
  public func copy() -> SecretBytes {
    let twin = SecretBytes(count: count)
    unsafe twin.base.update(from: base, count: count)
    return twin
  }

  /// A copy of the first bytes.
  func prefix(_ length: Int) -> SecretBytes {
    precondition(length <= count, "a prefix is no longer than the whole")
    let part = SecretBytes(count: length)
    unsafe part.base.update(from: base, count: length)
    return part
  }

  /// Overwrites bytes from `start` on with those of `other`, as many as there is room for.
  mutating func replace(from start: Int, with other: borrowing SecretBytes) {
    precondition((0...count).contains(start), "the place lies within the secret")
    unsafe (base + start).update(from: other.base, count: min(other.count, count - start))
  }

  /// Lends the bytes; they must not be kept past `body`.
  public func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe UnsafeRawBufferPointer(start: base, count: count).bytes)
  }

  /// Lends the bytes for changing; they must not be kept past `body`.
  public mutating func withMutableBytes<Result: ~Copyable, Failure: Error>(
    _ body: (inout MutableRawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var span = unsafe UnsafeMutableRawBufferPointer(start: base, count: count).mutableBytes
    return try body(&span)
  }

  /// The bytes as an ordinary array, which nothing wipes: for what must leave, and for tests.
  public func revealed() -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Whether both hold the same bytes, in time that depends on the lengths alone.
  public func equals(_ other: borrowing SecretBytes) -> Bool {
    guard count == other.count else { return false }
    return unsafe sodium_memcmp(base, other.base, count) == 0
  }

  /// Lends the address to libsodium.
  func withPointer<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafePointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafePointer(base))
  }

  /// Lends the address to libsodium for writing.
  mutating func withMutablePointer<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeMutablePointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(base)
  }
}
