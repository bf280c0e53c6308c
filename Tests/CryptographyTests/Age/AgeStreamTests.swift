import Testing
import Vocabulary

@testable import Cryptography

private let chunk = AgeChunkCipher.chunkBytes
private let sealedChunk = AgeChunkCipher.sealedChunkBytes

@Suite struct AgeStreamTests {
  static let identity = AgeIdentity.generate()

  @Test(arguments: [
    0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 2 * chunk + 1, 5 * chunk + 17,
  ])
  func everyLengthComesBack(_ count: Int) throws {
    let plaintext = AgeFiles.plaintext(count)
    for piece in [1_000, chunk, chunk + 1, Int.max] {
      let file = try AgeFiles.sealed(plaintext, to: [Self.identity.recipient], piece: piece)
      let chunks = max(1, (count + chunk - 1) / chunk)
      let header = try AgeHeader(parsing: file).byteCount
      #expect(file.count == header + 16 + count + 16 * chunks)
      for (piece, buffer) in [(Int.max, 100_000), (7_777, chunk), (Int.max, 1_000), (100, 70_000)] {
        let opened = try AgeFiles.opened(file, [Self.identity], piece: piece, buffer: buffer)
        #expect(opened == plaintext)
      }
    }
  }

  @Test func finishReachesTheSinkBelow() throws {
    let sink = MemorySink()
    try AgeEncryptor(to: [Self.identity.recipient], sink: sink).finish()
    #expect(sink.isFinished)
  }

  @Test func afterItsEndAFileStaysAtItsEnd() throws {
    let file = try AgeFiles.sealed([1], to: [Self.identity.recipient])
    let decryptor = try AgeDecryptor(
      MemorySource(file), identities: [Self.identity], policy: .exchange)
    #expect(try decryptor.readAll(limit: 10) == [1])
    #expect(try decryptor.readAll(limit: 10) == [])
  }

  @Test func truncatedAtEachChunkIsRefused() throws {
    let (file, start) = try threeChunks()
    for kept in 0..<3 {
      let cut = Array(file[..<(start + kept * sealedChunk)])
      let given = try refusal(of: cut)
      // Whole chunks before the cut are authentic and may come out, but never the end.
      #expect(given == AgeFiles.plaintext(kept * chunk))
    }
  }

  @Test func truncatedWithinAChunkIsRefused() throws {
    let (file, start) = try threeChunks()
    for length in [start + 1, start + sealedChunk - 1, start + sealedChunk + 5, file.count - 1] {
      try refusal(of: Array(file[..<length]))
    }
  }

  @Test func appendedBytesAreRefused() throws {
    for count in [0, 1, chunk, 2 * chunk] {
      let file = try AgeFiles.sealed(
        AgeFiles.plaintext(count), to: [Self.identity.recipient])
      try refusal(of: file + [0])
      try refusal(of: file + file.suffix(sealedChunk))
    }
  }

  @Test func reorderedChunksAreRefused() throws {
    let (file, start) = try threeChunks()
    let first = file[start..<(start + sealedChunk)]
    let second = file[(start + sealedChunk)..<(start + 2 * sealedChunk)]
    let last = file[(start + 2 * sealedChunk)...]
    #expect(try refusal(of: Array(file[..<start] + second + first + last)) == [])
  }

  @Test func repeatedChunkIsRefused() throws {
    let (file, start) = try threeChunks()
    let first = file[start..<(start + sealedChunk)]
    let given = try refusal(of: Array(file[..<start] + first + first + file[start...]))
    #expect(given == AgeFiles.plaintext(chunk))
  }

  @Test func flippedByteIsRefusedWhereverItIs() throws {
    let (file, start) = try threeChunks()
    for place in [start - 16, start, start + chunk, start + sealedChunk, file.count - 1] {
      var changed = file
      changed[place] ^= 0x40
      try refusal(of: changed)
    }
  }

  @Test func chunkOfAnotherFileIsRefused() throws {
    let (file, start) = try threeChunks()
    let (other, otherStart) = try threeChunks()
    #expect(try refusal(of: Array(file[..<start] + other[otherStart...])) == [])
  }

  @Test func failureRepeats() throws {
    let (file, start) = try threeChunks()
    let decryptor = try AgeDecryptor(
      MemorySource(Array(file[..<start])), identities: [Self.identity], policy: .exchange)
    for _ in 0..<3 {
      #expect(throws: Refusal(.agePayload, "")) { try decryptor.readAll(limit: .max) }
    }
  }

  /// A file of two full chunks and a short one, and where its payload begins.
  private func threeChunks() throws -> (file: [UInt8], start: Int) {
    let file = try AgeFiles.sealed(
      AgeFiles.plaintext(2 * chunk + 100), to: [Self.identity.recipient])
    return (file, try AgeHeader(parsing: file).byteCount + AgeChunkCipher.nonceBytes)
  }

  /// Expects `age-payload`, and returns what came out before it.
  @discardableResult
  private func refusal(of file: [UInt8]) throws -> [UInt8] {
    let decryptor = try AgeDecryptor(
      MemorySource(file), identities: [Self.identity], policy: .exchange)
    switch AgeFiles.drained(decryptor, buffer: 70_000) {
    case .success:
      Issue.record("a changed file was taken for whole")
      return []
    case .failure(let interrupted):
      #expect(interrupted.error as? Refusal == Refusal(.agePayload, ""))
      return interrupted.given
    }
  }
}
