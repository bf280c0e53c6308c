import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct SealedSinkTests {
  @Test func aSealedFileStopsAtItsLimit() throws {
    let count = CountingSink()
    let sink = SealedSink(count)
    let piece = [UInt8](repeating: 0, count: 64 << 20)
    for _ in 0..<31 { try sink.write(piece) }
    try sink.write(piece.dropLast())
    #expect(count.count == Limits.sealed)
    #expect(throws: Refusal(.size, "")) { try sink.write([0]) }
    #expect(count.count == Limits.sealed)
  }
}
