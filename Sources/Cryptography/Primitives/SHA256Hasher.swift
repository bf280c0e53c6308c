import CSodium
public import Vocabulary

/// SHA-256 of bytes that come in pieces.
public struct SHA256Hasher: Sendable {
  private var state = crypto_hash_sha256_state()

  /// A hasher that has seen nothing.
  public init() {
    Sodium.start()
    unsafe crypto_hash_sha256_init(&state)
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) { update(bytes[...]) }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      _ = unsafe crypto_hash_sha256_update(&state, start, UInt64(buffer.count))
    }
  }

  /// The hash of everything taken in; the hasher then begins afresh.
  public mutating func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.length)
    unsafe crypto_hash_sha256_final(&state, &bytes)
    unsafe crypto_hash_sha256_init(&state)
    return Digest(unchecked: bytes)
  }
}
