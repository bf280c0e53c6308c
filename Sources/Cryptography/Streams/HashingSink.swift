public import Vocabulary

/// Hashes and counts what is written to it, and passes it on where there is another sink.
public final class HashingSink: ByteSink {
  private let sink: (any ByteSink)?
  private var hasher = SHA256Hasher()
  /// How many bytes were written.
  public private(set) var count: Int64 = 0

  /// Passes everything on to `sink`, or only hashes where that is nil.
  public init(_ sink: (any ByteSink)? = nil) {
    self.sink = sink
  }

  public func write(_ bytes: ArraySlice<UInt8>) throws {
    hasher.update(bytes)
    count += Int64(bytes.count)
    try sink?.write(bytes)
  }

  public func finish() throws {
    try sink?.finish()
  }

  /// SHA-256 of all that was written.
  public var digest: Digest {
    var hasher = hasher
    return hasher.finish()
  }
}
