import CNettle
public import Vocabulary

/// SHA-256 of bytes that come in pieces.
///
/// By libnettle, which uses the processor's own instructions for it: every byte of a bundle is hashed
/// several times, and libsodium's portable code takes four times as long. Secrets are hashed by
/// libsodium alone (`HMACSHA256`).
public struct SHA256Hasher: Sendable {
  private var state = sha256_ctx()

  /// A hasher that has seen nothing.
  public init() { unsafe nettle_sha256_init(&state) }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) { update(bytes[...]) }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe nettle_sha256_update(&state, buffer.count, start)
    }
  }

  /// The hash of everything taken in; the hasher then begins afresh.
  public mutating func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.length)
    // Also resets the state.
    unsafe nettle_sha256_digest(&state, bytes.count, &bytes)
    return Digest(unchecked: bytes)
  }
}
