import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct TarReaderTests {
  private let file: Crafted.File = ("tasks.jsonl", Array("twelve bytes".utf8))

  /// Reads a whole tar; gives its paths.
  private func read(_ tar: [UInt8], piece: Int = .max) throws -> [String] {
    let reader = TarReader(MemorySource(tar, pieceLimit: piece))
    var paths: [String] = []
    while let header = try reader.header() {
      paths.append(header.path)
      var count = 0
      try reader.content(of: header) { count += $0.count }
      #expect(Int64(count) == header.size)
    }
    try reader.end()
    return paths
  }

  private func expect(_ code: Refusal.Code, _ tar: [UInt8]) {
    #expect(throws: Refusal(code, "")) { try read(tar) }
  }

  @Test(arguments: [1, 100, .max]) func aGoodTar(_ piece: Int) throws {
    let empty: Crafted.File = ("empty", [])
    let full: Crafted.File = ("full", [UInt8](repeating: 1, count: 512))
    let tar = [file, empty, full].flatMap(Crafted.block) + Crafted.tarEnd
    #expect(try read(tar, piece: piece) == ["tasks.jsonl", "empty", "full"])
  }

  @Test func cutAnywhere() {
    let tar = Crafted.block(file) + Crafted.tarEnd
    for count in stride(from: 0, to: tar.count, by: 37) {
      expect(.tarHeader, Array(tar.prefix(count)))
    }
  }

  @Test func oneZeroBlockOnly() {
    expect(.tarHeader, Crafted.block(file) + [UInt8](repeating: 0, count: 512))
  }

  @Test func anEntryBetweenTheZeroBlocks() {
    let zero = [UInt8](repeating: 0, count: 512)
    expect(.tarTrailing, Crafted.block(file) + zero + Crafted.block(file) + Crafted.tarEnd)
  }

  @Test func anythingAfterTheEnd() {
    let tar = Crafted.block(file) + Crafted.tarEnd
    expect(.tarTrailing, tar + [0])
    expect(.tarTrailing, tar + [UInt8](repeating: 0, count: 9_216))
    expect(.tarTrailing, tar + tar)
  }

  @Test func bytesBetweenContentAndNextBlock() {
    var tar = Crafted.block(file) + Crafted.tarEnd
    tar[512 + 12] = 1
    expect(.tarTrailing, tar)
    tar[512 + 12] = 0
    tar[1_023] = 1
    expect(.tarTrailing, tar)
  }
}
