import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct ZstdStreamTests {
  /// Reads one frame through small pieces; what is left of the input comes with it.
  private func read(
    _ bytes: [UInt8], piece: Int = .max, buffer: Int = 10_000
  ) throws -> (content: [UInt8], rest: [UInt8]) {
    let input = ChunkReader(MemorySource(bytes, pieceLimit: piece), capacity: 4_096)
    let reader = try ZstdReader(input)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: buffer)
    while case let count = try reader.read(into: &buffer), count > 0 {
      content += buffer[..<count]
    }
    #expect(try reader.read(into: &buffer) == 0)
    return (content, try input.bytes(bytes.count))
  }

  @Test(arguments: [0, 1, 255, 256, 70_000, 300_000], [1, 13, .max])
  func whatIsWrittenIsReadBack(_ count: Int, _ piece: Int) throws {
    let content = Crafted.noise(count / 2) + [UInt8](repeating: 65, count: count - count / 2)
    let frame = try Crafted.frame(content)
    let (back, rest) = try read(frame + [1, 2, 3], piece: piece)
    #expect(back == content)
    #expect(rest == [1, 2, 3])
  }

  @Test func theFramesLengthIsFoundByTheByte() throws {
    let frame = try Crafted.frame(Crafted.noise(1_000))
    let input = ChunkReader(MemorySource(frame + frame))
    let reader = try ZstdReader(input)
    #expect(try reader.readAll(limit: .max).count == 1_000)
    #expect(reader.frameBytes == Int64(frame.count))
  }

  @Test func theWriterKeepsToTheContentSizeItAnnounced() throws {
    let writer = try ZstdWriter(contentBytes: 10, sink: MemorySink())
    #expect(throws: ZstdError.self) {
      try writer.write([1, 2, 3])
      try writer.finish()
    }
  }

  @Test func aFrameCutAnywhere() throws {
    let frame = try Crafted.frame(Crafted.noise(400))
    for count in 0..<frame.count {
      #expect(throws: Refusal(.zstdFrame, "")) { try read(Array(frame.prefix(count))) }
    }
  }

  @Test func aWrongChecksum() throws {
    var frame = try Crafted.frame(Crafted.noise(400))
    frame[frame.count - 1] ^= 1
    #expect(throws: Refusal(.zstdChecksum, "")) { try read(frame) }
  }

  @Test func changedContent() throws {
    var frame = try Crafted.frame(Crafted.noise(400))
    frame[200] ^= 1
    #expect(throws: Refusal(.zstdChecksum, "")) { try read(frame) }
  }

  @Test func aFrameWithoutChecksum() throws {
    // The flag cleared and the checksum cut off, which is a valid frame for any zstd.
    var frame = try Crafted.frame(Crafted.noise(400))
    frame[4] &= ~0b100
    frame.removeLast(4)
    #expect(throws: Refusal(.zstdChecksum, "")) { try read(frame) }
  }

  @Test func aFrameWithADamagedBlock() throws {
    var frame = try Crafted.frame([UInt8](repeating: 65, count: 5_000))
    frame[7] |= 0b110  // the reserved block type
    #expect(throws: Refusal(.zstdFrame, "")) { try read(frame) }
  }
}
