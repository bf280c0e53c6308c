public import Cryptography
import Vocabulary

/// Writes a tar of regular files, as `TarHeader` has them, to a sink.
public final class TarWriter {
  private let sink: any ByteSink

  /// How many bytes the two zero blocks at the end take.
  static let endBytes: Int64 = 2 * Int64(TarHeader.blockBytes)

  /// Writes to `sink`.
  public init(_ sink: any ByteSink) {
    self.sink = sink
  }

  /// Starts a file, whose `size` bytes follow through `write`, then `end`.
  public func begin(_ path: String, size: Int64) throws {
    try sink.write(TarHeader(path: path, size: size).encoded())
  }

  /// The next bytes of the file that was started.
  public func write(_ bytes: ArraySlice<UInt8>) throws {
    try sink.write(bytes)
  }

  /// Fills the last block of a file of `size` bytes.
  public func end(size: Int64) throws {
    let filler = TarHeader.filler(after: size)
    if filler > 0 { try sink.write([UInt8](repeating: 0, count: filler)) }
  }

  /// Ends the tar, and finishes the sink.
  public func finish() throws {
    try sink.write([UInt8](repeating: 0, count: Int(Self.endBytes)))
    try sink.finish()
  }
}
