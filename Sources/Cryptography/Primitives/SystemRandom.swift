import CSodium

/// The operating system's source of randomness, by way of libsodium.
public enum SystemRandom {
  /// So many unpredictable bytes. One system call; draw many at once where speed counts.
  public static func bytes(_ count: Int) -> [UInt8] {
    Sodium.start()
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  /// Fills memory of the caller's with unpredictable bytes, without allocating.
  @unsafe public static func fill(_ memory: UnsafeMutableRawBufferPointer) {
    Sodium.start()
    if let start = memory.baseAddress { unsafe randombytes_buf(start, memory.count) }
  }
}
