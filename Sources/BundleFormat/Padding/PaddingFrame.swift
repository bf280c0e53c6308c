import Cryptography
import Vocabulary

/// The skippable zstd frame of zeros that follows the one data frame (RFC 8878, section 3.1.2).
///
/// It is always there, perhaps with no content, so that there is exactly one right plaintext
/// length for a data frame, and any other one is refused.
enum PaddingFrame {
  static let magic: UInt32 = 0x184D_2A50
  static let headerBytes = 8

  /// How many zeros follow a data frame of `frameBytes` bytes.
  static func zeros(after frameBytes: Int64) -> Int64 {
    let least = frameBytes + Int64(headerBytes)
    return max(Padme.shortest, Padme.padded(least)) - least
  }

  /// Writes the padding that belongs after a data frame of `frameBytes` bytes.
  static func write(after frameBytes: Int64, to sink: any ByteSink) throws {
    var left = zeros(after: frameBytes)
    try sink.write(littleEndian(magic) + littleEndian(UInt32(left)))
    let block = [UInt8](repeating: 0, count: Int(min(left, 64 << 10)))
    while left > 0 {
      let count = Int(min(left, Int64(block.count)))
      try sink.write(block[..<count])
      left -= Int64(count)
    }
  }

  /// Reads the padding that belongs after a data frame of `frameBytes` bytes, and the true end
  /// behind it; whatever else is there is refused as `padding`.
  static func check(after frameBytes: Int64, in input: ChunkReader) throws {
    let expected = zeros(after: frameBytes)
    let header = try input.bytes(headerBytes)
    guard header.count == headerBytes, value(of: header[..<4]) == magic else {
      throw Refusal(.padding, "no padding frame follows the data")
    }
    guard Int64(value(of: header[4...])) == expected else {
      throw Refusal(.padding, "the padding frame's length is not \(expected) bytes")
    }
    try checkZeros(expected, in: input)
    guard try input.available().isEmpty else {
      throw Refusal(.padding, "bytes follow the padding frame")
    }
  }

  private static func checkZeros(_ count: Int64, in input: ChunkReader) throws {
    var left = count
    while left > 0 {
      let piece = try input.next(upTo: left)
      guard !piece.isEmpty else { throw Refusal(.padding, "the padding frame is cut short") }
      guard piece.allSatisfy({ $0 == 0 }) else {
        throw Refusal(.padding, "the padding frame holds something other than zeros")
      }
      left -= Int64(piece.count)
    }
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func value(of bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
