/// Counts what is written to it, and passes it on where there is another sink.
public final class CountingSink: ByteSink {
  private let sink: (any ByteSink)?
  /// How many bytes were written.
  public private(set) var count: Int64 = 0

  /// Passes everything on to `sink`, or only counts where that is nil.
  public init(_ sink: (any ByteSink)? = nil) {
    self.sink = sink
  }

  public func write(_ bytes: ArraySlice<UInt8>) throws {
    count += Int64(bytes.count)
    try sink?.write(bytes)
  }

  public func finish() throws {
    try sink?.finish()
  }
}
