import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

/// Small files that would unpack to something huge. Each is damaged behind the point where it must
/// be refused, so that a reader which went on would complain of the damage instead.
@Suite struct BombTests {
  /// A bundle whose tar begins with `front`, goes on with a gigabyte of repeated `block`s, and has
  /// a wrong checksum.
  private func bomb(_ front: [UInt8], _ block: [UInt8]) throws -> [UInt8] {
    let piece = [[UInt8]](repeating: block, count: (1 << 20) / block.count).flatMap { $0 }
    let sink = MemorySink()
    let size = Int64(front.count) + 1_024 * Int64(piece.count)
    let writer = try ZstdWriter(contentBytes: size, sink: sink)
    try writer.write(front)
    for _ in 0..<1_024 { try writer.write(piece) }
    try writer.finish()
    let input = ChunkReader(MemorySource(sink.bytes))
    let reader = try ZstdReader(input)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while try reader.read(into: &buffer) > 0 {}
    var bytes = sink.bytes
    bytes[Int(reader.frameBytes) - 1] ^= 1
    #expect(bytes.count < 4 << 20)
    return try Crafted.sealed(bytes)
  }

  private func expect(_ code: Refusal.Code, _ sealed: [UInt8]) {
    #expect(throws: Refusal(code, "")) { try Crafted.read(sealed) }
  }

  @Test func zerosAfterTheTar() throws {
    let zeros = [UInt8](repeating: 0, count: 512)
    expect(.tarTrailing, try bomb(Crafted.tar(Crafted.files), zeros))
  }

  @Test func millionsOfEntries() throws {
    let front = ([Crafted.manifestFile(Crafted.files)] + Crafted.files).flatMap(Crafted.block)
    expect(.entryExtra, try bomb(front, Crafted.block(("a", []))))
    expect(.pathTwice, try bomb(front, Crafted.block((EntryName.tasks, []))))
  }

  @Test func millionsOfEntriesInPlaceOfADeclaredOne() throws {
    let front = [Crafted.manifestFile(Crafted.files), Crafted.files[0]].flatMap(Crafted.block)
    expect(.entryOrder, try bomb(front, Crafted.block((EntryName.tasks, []))))
    // Of the declared size, so that looking for the missing one goes on past the first of them.
    expect(.entryOrder, try bomb(front, Crafted.block(Crafted.files[2])))
  }

  @Test func anEntryLongerThanDeclared() throws {
    let header = TarHeader(path: EntryName.project, size: 1 << 30).encoded()
    let front = Crafted.block(Crafted.manifestFile(Crafted.files)) + header
    expect(.entryHash, try bomb(front, [UInt8](repeating: 0x20, count: 512)))
  }

  @Test func aManifestOfAGigabyte() throws {
    let header = TarHeader(path: EntryName.manifest, size: 1 << 30).encoded()
    expect(.size, try bomb(header, [UInt8](repeating: 0x20, count: 512)))
  }
}
