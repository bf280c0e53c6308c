import Cryptography
import FoundationEssentials
import Testing
import Vocabulary

@Suite struct StreamTests {
  static let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  @Test(arguments: [1_000, 65_536, Int.max]) func memoryGivesAllOfItsBytes(_ piece: Int) throws {
    let source = MemorySource(Self.bytes, pieceLimit: piece)
    #expect(try source.readAll(limit: 200_000) == Self.bytes)
    #expect(try source.readAll(limit: 0) == [])
  }

  @Test func readAllRefusesOneByteTooMany() {
    #expect(throws: Refusal("size", "")) {
      try MemorySource(Self.bytes).readAll(limit: 199_999)
    }
  }

  @Test func limitedSourceRefusesOneByteTooMany() throws {
    let refusal = Refusal("target-length", "too long")
    let fits = LimitedSource(MemorySource(Self.bytes), limit: 200_000, refusal: refusal)
    #expect(try fits.readAll(limit: .max) == Self.bytes)
    let short = LimitedSource(MemorySource(Self.bytes), limit: 199_999, refusal: refusal)
    #expect(throws: refusal) { try short.readAll(limit: .max) }
  }

  @Test func hashesAndCountsWhatPasses() throws {
    let source = HashingSource(MemorySource(Self.bytes))
    let kept = MemorySink()
    let sink = HashingSink(CountingSink(kept))
    #expect(try source.copy(to: sink) == 200_000)
    try sink.finish()
    #expect(source.count == 200_000 && sink.count == 200_000)
    #expect(source.digest == SHA256.hash(Self.bytes) && sink.digest == source.digest)
    #expect(kept.bytes == Self.bytes && kept.isFinished)
  }

  @Test func filesGoBothWays() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      let sink = try FileSink(path: path)
      try sink.write(Self.bytes[..<1])
      try sink.write(Self.bytes[1...])
      try sink.finish()
      #expect(try FileSource(path: path).readAll(limit: .max) == Self.bytes)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func fileThatExistsIsNotOverwritten() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      try FileSink(path: path).finish()
      let error = #expect(throws: FileError.self) { try FileSink(path: path) }
      #expect(error?.description == "\(path): cannot create: File exists")
    }
  }

  @Test func absentFileSaysSo() throws {
    let error = #expect(throws: FileError.self) { try FileSource(path: "/nonexistent/file") }
    #expect(error?.isAbsent == true)
  }

  @Test func folderGivenForAFileSaysSo() throws {
    let source = try FileSource(path: "/")
    let error = #expect(throws: FileError.self) { try source.readAll(limit: 1) }
    #expect(error?.description == "/: cannot read: Is a directory")
  }

  @Test func fullDiskIsNamed() throws {
    let sink = FileSink(descriptor: try openFullDevice(), name: "stick")
    let error = #expect(throws: FileError.self) { try sink.write([1, 2, 3]) }
    #expect(error?.isFull == true)
  }
}
