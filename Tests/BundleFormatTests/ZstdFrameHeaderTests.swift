import Testing
import Vocabulary

@testable import BundleFormat

/// Frame headers as RFC 8878, section 3.1.1.1, has them.
@Suite struct ZstdFrameHeaderTests {
  private func header(_ rest: [UInt8]) throws -> ZstdFrameHeader {
    try ZstdFrameHeader(parsing: ZstdFrameHeader.magic + rest)
  }

  private func expect(_ code: Refusal.Code, _ rest: [UInt8]) {
    #expect(throws: Refusal(code, "")) { try header(rest) }
  }

  @Test func sizesOfOneToEightBytes() throws {
    #expect(try header([0x24, 7]).contentSize == 7)
    #expect(try header([0x64, 0, 0]).contentSize == 256)
    #expect(try header([0x64, 0x34, 0x12]).contentSize == 0x1234 + 256)
    #expect(try header([0xA4, 0, 0, 0x10, 0]).contentSize == 1 << 20)
    #expect(try header([0xE4, 0, 0, 0x10, 0, 0, 0, 0, 0]).contentSize == 1 << 20)
    #expect(try header([0x04, 0x58]).contentSize == nil)
  }

  @Test func windowsByExponentAndMantissa() throws {
    #expect(try header([0x04, 0x00]).window == 1 << 10)
    #expect(try header([0x04, 0x01]).window == 1_152)
    #expect(try header([0x04, 0x58]).window == 2 << 20)
    #expect(try header([0x04, 0x68]).window == 8 << 20)
  }

  @Test func aWindowJustAbove8MiB() { expect(.zstdWindow, [0x04, 0x69]) }
  @Test func theLargestWindow() { expect(.zstdWindow, [0x04, 0xFF]) }

  @Test func aSingleSegmentIsItsOwnWindow() throws {
    #expect(try header([0xA4, 0, 0, 0x80, 0]).window == 8 << 20)
    expect(.zstdWindow, [0xA4, 1, 0, 0x80, 0])
    expect(.zstdWindow, [0xE4, 255, 255, 255, 255, 255, 255, 255, 255])
  }

  @Test func noChecksum() {
    expect(.zstdChecksum, [0x00, 0x58])
    expect(.zstdChecksum, [0x60, 0, 0])
  }

  @Test(arguments: [1, 2, 3] as [UInt8]) func aDictionary(_ flag: UInt8) {
    expect(.zstdFrame, [0x24 | flag, 0, 0, 0, 0, 0])
  }

  @Test func theReservedBit() { expect(.zstdFrame, [0x2C, 7]) }

  @Test func otherMagics() {
    for magic: [UInt8] in [
      [0x50, 0x2A, 0x4D, 0x18], [0x27, 0xB5, 0x2F, 0xFD], [0x1F, 0x8B, 8, 0],
      [0x04, 0x22, 0x4D, 0x18], [0xFD, 0x37, 0x7A, 0x58], [],
    ] {
      #expect(throws: Refusal(.zstdFrame, "")) {
        try ZstdFrameHeader(parsing: magic + [0x24, 7, 0, 0, 0, 0])
      }
    }
  }

  @Test func headersCutShort() {
    expect(.zstdFrame, [])
    expect(.zstdFrame, [0x04])
    expect(.zstdFrame, [0x24])
    expect(.zstdFrame, [0xE4, 0, 0, 0x10, 0])
  }
}
