/// Keeps what is written to it.
public final class MemorySink: ByteSink {
  /// Everything written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether `finish` was called.
  public private(set) var isFinished = false

  /// An empty sink.
  public init() {}

  public func write(_ bytes: ArraySlice<UInt8>) throws {
    self.bytes.append(contentsOf: bytes)
  }

  public func finish() throws {
    isFinished = true
  }
}
