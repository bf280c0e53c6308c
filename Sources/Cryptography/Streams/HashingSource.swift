public import Vocabulary

/// Hashes and counts what passes from another source.
public final class HashingSource: ByteSource {
  private let source: any ByteSource
  private var hasher = SHA256Hasher()
  /// How many bytes have passed.
  public private(set) var count: Int64 = 0

  /// Passes on what `source` gives.
  public init(_ source: any ByteSource) {
    self.source = source
  }

  public func read(into buffer: inout [UInt8]) throws -> Int {
    let count = try source.read(into: &buffer)
    hasher.update(buffer[..<count])
    self.count += Int64(count)
    return count
  }

  /// SHA-256 of all that has passed.
  public var digest: Digest {
    var hasher = hasher
    return hasher.finish()
  }
}
