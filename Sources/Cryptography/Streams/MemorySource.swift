/// Bytes at hand as a source.
public final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  private let pieceLimit: Int

  /// A source of all `bytes`; no read gives more than `pieceLimit` of them.
  public init(_ bytes: [UInt8], pieceLimit: Int = .max) {
    self.bytes = bytes
    self.pieceLimit = max(1, pieceLimit)
  }

  public func read(into buffer: inout [UInt8]) throws -> Int {
    let count = min(buffer.count, bytes.count - position, pieceLimit)
    guard count > 0 else { return 0 }
    buffer.copy(bytes[position..<position + count], at: 0)
    position += count
    return count
  }
}
