import Cryptography
import Vocabulary

/// Writes a tar of regular files, as `TarHeader` has them, to a sink.
final class TarWriter {
  private let sink: any ByteSink

  /// How many bytes the two zero blocks at the end take.
  static let endBytes: Int64 = 2 * Int64(TarHeader.blockBytes)

  init(_ sink: any ByteSink) {
    self.sink = sink
  }

  /// Starts a file, whose `size` bytes follow through `write`, then `end`.
  func begin(_ path: String, size: Int64) throws {
    try sink.write(TarHeader(path: path, size: size).encoded())
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    try sink.write(bytes)
  }

  /// Fills the last block of a file of `size` bytes.
  func end(size: Int64) throws {
    let filler = TarHeader.filler(after: size)
    if filler > 0 { try sink.write([UInt8](repeating: 0, count: filler)) }
  }

  /// Ends the tar, and finishes the sink.
  func finish() throws {
    try sink.write([UInt8](repeating: 0, count: Int(Self.endBytes)))
    try sink.finish()
  }
}
