import CSodium
import Synchronization

/// Random 24-byte nonces for pages, drawn 256 at a time.
///
/// A system call for each nonce would cost a tenth of a page write. After a fork only one of the
/// two processes may go on using a supply, else both would draw the same nonces.
@safe
public final class NonceSupply: Sendable {
  /// Bytes of one nonce of XChaCha20-Poly1305.
  public static let nonceBytes = 24
  private static let batchBytes = 256 * nonceBytes

  private struct Batch {
    var bytes = [UInt8](repeating: 0, count: NonceSupply.batchBytes)
    var used = NonceSupply.batchBytes
  }
  private let batch = Mutex(Batch())

  /// An empty supply; it draws its first batch with the first nonce.
  public init() {
    Sodium.start()
  }

  /// Writes a fresh nonce of 24 bytes to `destination`, without allocating.
  @unsafe public func next(into destination: UnsafeMutableRawPointer) {
    batch.withLock { batch in
      let used = batch.used == Self.batchBytes ? 0 : batch.used
      unsafe batch.bytes.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        if used == 0 { unsafe randombytes_buf(start, Self.batchBytes) }
        unsafe destination.copyMemory(from: start + used, byteCount: Self.nonceBytes)
      }
      batch.used = used + Self.nonceBytes
    }
  }

  /// A fresh nonce of 24 bytes.
  public func next() -> [UInt8] {
    var nonce = [UInt8](repeating: 0, count: Self.nonceBytes)
    unsafe next(into: &nonce)
    return nonce
  }
}
