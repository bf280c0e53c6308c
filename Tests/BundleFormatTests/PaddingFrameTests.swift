import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct PaddingFrameTests {
  private func check(_ bytes: [UInt8], after frameBytes: Int64, piece: Int = .max) throws {
    try PaddingFrame.check(
      after: frameBytes, in: ChunkReader(MemorySource(bytes, pieceLimit: piece)))
  }

  private func padding(after frameBytes: Int64) throws -> [UInt8] {
    let sink = MemorySink()
    try PaddingFrame.write(after: frameBytes, to: sink)
    return sink.bytes
  }

  @Test(arguments: [1, 479, 65_527, 65_528, 65_529, 69_746, 1_000_000] as [Int64])
  func whatIsWrittenIsReadBack(_ frameBytes: Int64) throws {
    let bytes = try padding(after: frameBytes)
    #expect(Int64(bytes.count) + frameBytes == max(65_536, Padme.padded(frameBytes + 8)))
    try check(bytes, after: frameBytes)
    try check(bytes, after: frameBytes, piece: 7)
  }

  @Test func aFrameThatFillsTheLengthHasPaddingWithoutContent() throws {
    #expect(try padding(after: 65_528) == [0x50, 0x2A, 0x4D, 0x18, 0, 0, 0, 0])
  }

  @Test func eachOfTheSixteenSkippableMagicsButOursIsRefused() throws {
    for low in UInt8(0x50)...0x5F where low != 0x50 {
      var bytes = try padding(after: 100)
      bytes[0] = low
      #expect(throws: Refusal(.padding, "")) { try check(bytes, after: 100) }
    }
  }

  @Test func missingPadding() {
    #expect(throws: Refusal(.padding, "")) { try check([], after: 100) }
    #expect(throws: Refusal(.padding, "")) { try check([0x50, 0x2A, 0x4D], after: 100) }
  }

  @Test func paddingThatIsNotZero() throws {
    for place in [8, 40_000, 65_435] {
      var bytes = try padding(after: 100)
      bytes[place] = 1
      #expect(throws: Refusal(.padding, "")) { try check(bytes, after: 100) }
    }
  }

  @Test func paddingOfTheWrongLength() throws {
    let bytes = try padding(after: 100)
    #expect(throws: Refusal(.padding, "")) { try check(bytes, after: 99) }
    #expect(throws: Refusal(.padding, "")) { try check(bytes, after: 101) }
    #expect(throws: Refusal(.padding, "")) { try check(bytes.dropLast(), after: 100) }
    #expect(throws: Refusal(.padding, "")) { try check(bytes + [0], after: 100) }
  }

  private func check(_ bytes: ArraySlice<UInt8>, after frameBytes: Int64) throws {
    try check(Array(bytes), after: frameBytes)
  }

  @Test func paddingTwiceWithTheRightTotal() throws {
    let half = [UInt8](repeating: 0, count: 32_000)
    let rest = [UInt8](repeating: 0, count: 65_536 - 100 - 8 - 8 - half.count)
    let magic: [UInt8] = [0x50, 0x2A, 0x4D, 0x18]
    let first = magic + [0x00, 0x7D, 0, 0] + half
    let count = UInt32(rest.count)
    let second =
      magic + (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) } + rest
    #expect(first.count + second.count == 65_536 - 100)
    #expect(throws: Refusal(.padding, "")) { try check(first + second, after: 100) }
  }
}
