import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

/// Bundles that were changed, each in one layer, all others put on again.
@Suite struct BundleAttackTests {
  private func expect(_ code: Refusal.Code, _ sealed: [UInt8]) {
    #expect(throws: Refusal(code, "")) { try Crafted.read(sealed) }
  }

  // MARK: the age file

  /// The header with the payload's nonce, then the sealed chunks.
  private func cut(_ sealed: [UInt8]) -> (head: [UInt8], chunks: [ArraySlice<UInt8>]) {
    let mac = sealed.indices.first { sealed[$0...].starts(with: "\n--- ".utf8) } ?? 0
    let start = (sealed[(mac + 1)...].firstIndex(of: 0x0A) ?? 0) + 1 + 16
    let chunks = stride(from: start, to: sealed.count, by: 65_552).map {
      sealed[$0..<min($0 + 65_552, sealed.count)]
    }
    return (Array(sealed[..<start]), chunks)
  }

  @Test func theTakenApartFileIsWholeAgain() throws {
    let (head, chunks) = cut(try Crafted.written(Crafted.largeFiles))
    #expect(chunks.count > 4)
    try Crafted.read(head + chunks.joined())
  }

  @Test func cutAtEachChunkBoundary() throws {
    let (head, chunks) = cut(try Crafted.written(Crafted.largeFiles))
    for count in chunks.indices {
      expect(.init(rawValue: "age-payload"), head + chunks[..<count].joined())
    }
  }

  @Test func cutAtEach64KiBBoundaryOfTheFile() throws {
    let sealed = try Crafted.written(Crafted.largeFiles)
    for count in stride(from: 65_536, to: sealed.count, by: 65_536) {
      expect("age-payload", Array(sealed[..<count]))
    }
  }

  @Test func chunksReordered() throws {
    let (head, chunks) = cut(try Crafted.written(Crafted.largeFiles))
    for first in 0..<(chunks.count - 1) {
      var other = chunks
      other.swapAt(first, first + 1)
      expect("age-payload", head + other.joined())
    }
  }

  @Test func aChunkRepeated() throws {
    let (head, chunks) = cut(try Crafted.written(Crafted.largeFiles))
    for place in chunks.indices {
      var other = chunks
      other.insert(chunks[place], at: place)
      expect("age-payload", head + other.joined())
    }
  }

  @Test func chunksAppended() throws {
    let sealed = try Crafted.written(Crafted.largeFiles)
    let (_, chunks) = cut(sealed)
    expect("age-payload", sealed + chunks[0])
    expect("age-payload", sealed + chunks[chunks.count - 1])
    expect("age-payload", sealed + [0])
  }

  @Test func aFlippedByteInEachPart() throws {
    let sealed = try Crafted.written(Crafted.largeFiles)
    for place in stride(from: 0, to: sealed.count, by: 997) {
      var other = sealed
      other[place] ^= 1
      #expect(throws: Refusal.self) { try Crafted.read(other) }
    }
  }

  @Test func sealedToSomebodyElse() throws {
    let sealed = try Crafted.written(Crafted.files, to: [AgeIdentity.generate().recipient])
    expect("age-no-match", sealed)
  }

  // MARK: zstd and padding

  @Test func aSecondZstdFrameAfterTheFirst() throws {
    let frame = try Crafted.frame(Crafted.tar(Crafted.files))
    let second = try Crafted.frame(Array("more".utf8))
    expect(.padding, try Crafted.sealed(frame + second + Crafted.padding(after: frame)))
    expect(.padding, try Crafted.sealed(frame + second + Crafted.padding(after: frame + second)))
  }

  @Test func paddingBeforeTheFrame() throws {
    let frame = try Crafted.frame(Crafted.tar(Crafted.files))
    expect(.zstdFrame, try Crafted.sealed(Crafted.padding(after: frame) + frame))
  }

  @Test func paddingMissing() throws {
    expect(.padding, try Crafted.sealed(Crafted.frame(Crafted.tar(Crafted.files))))
  }

  @Test func paddingTwice() throws {
    let padded = try Crafted.padded(Crafted.tar(Crafted.files))
    let frame = try Crafted.frame(Crafted.tar(Crafted.files))
    expect(.padding, try Crafted.sealed(padded + Crafted.padding(after: frame)))
  }

  @Test func paddingNotZero() throws {
    var padded = try Crafted.padded(Crafted.tar(Crafted.files))
    padded[padded.count - 1] = 1
    expect(.padding, try Crafted.sealed(padded))
  }

  @Test func bytesAfterThePadding() throws {
    expect(.padding, try Crafted.sealed(Crafted.padded(Crafted.tar(Crafted.files)) + [0]))
  }

  @Test func contentCutInsideTheAgeFile() throws {
    let padded = try Crafted.padded(Crafted.tar(Crafted.files))
    expect(.zstdFrame, try Crafted.sealed(Array(padded[..<100])))
    expect(.zstdFrame, try Crafted.sealed([]))
  }

  @Test func aFrameWithoutChecksum() throws {
    var frame = try Crafted.frame(Crafted.tar(Crafted.files))
    frame[4] &= ~0b100
    frame.removeLast(4)
    expect(.zstdChecksum, try Crafted.sealed(frame + Crafted.padding(after: frame)))
  }

  @Test func aWrongChecksum() throws {
    var frame = try Crafted.frame(Crafted.tar(Crafted.files))
    frame[frame.count - 1] ^= 1
    expect(.zstdChecksum, try Crafted.sealed(frame + Crafted.padding(after: frame)))
  }

  @Test func aFrameThatClaimsALargeWindow() throws {
    let frame = try Crafted.frame(Crafted.tar(Crafted.files))
    // The same blocks under a header of another form: no size, a window of 16 MiB.
    let headerBytes = frame[4] >> 6 == 0 ? 6 : 7
    let other = ZstdFrameHeader.magic + [0x04, 0x70] + frame[headerBytes...]
    expect(.zstdWindow, try Crafted.sealed(other + Crafted.padding(after: other)))
    let good = ZstdFrameHeader.magic + [0x04, 0x68] + frame[headerBytes...]
    try Crafted.read(Crafted.sealed(good + Crafted.padding(after: good)))
  }
}
