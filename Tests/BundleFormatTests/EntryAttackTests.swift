import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

/// Tars that hold something else than their manifest declares.
@Suite struct EntryAttackTests {
  private let manifest = Crafted.manifestFile(Crafted.files)

  private func expect(_ code: Refusal.Code, _ files: [Crafted.File]) {
    expect(code, tar: files.flatMap(Crafted.block) + Crafted.tarEnd)
  }

  private func expect(_ code: Refusal.Code, tar: [UInt8]) {
    #expect(throws: Refusal(code, "")) { try Crafted.read(Crafted.sealed(tar: tar)) }
  }

  private var files: [Crafted.File] { Crafted.files }

  @Test func anEntryMissing() {
    for place in files.indices {
      var some = files
      some.remove(at: place)
      expect(.entryMissing, [manifest] + some)
    }
    expect(.entryMissing, [manifest])
    expect(.entryMissing, [])
  }

  @Test func anEntryThatTheManifestDoesNotHave() {
    for place in 0...files.count {
      var some = files
      some.insert(("extra", [1]), at: place)
      expect(.entryExtra, [manifest] + some)
    }
  }

  @Test func entriesInAnotherOrder() {
    expect(.entryOrder, [manifest, files[1], files[0], files[2]])
    expect(.entryOrder, [manifest, files[2], files[0], files[1]])
    expect(.entryOrder, [files[0], manifest, files[1], files[2]])
  }

  @Test func anEntryTwice() {
    expect(.pathTwice, [manifest, files[0], files[0], files[1], files[2]])
    expect(.pathTwice, [manifest] + files + [files[1]])
    expect(.pathTwice, [manifest, manifest] + files)
  }

  @Test func aNameInCapitals() {
    let loud: Crafted.File = ("PROJECT.json", files[0].bytes)
    expect(.entryExtra, [manifest, loud, files[1], files[2]])
    expect(.entryExtra, [manifest] + files + [loud])
  }

  @Test func contentWithAnotherHash() {
    expect(.entryHash, [manifest, (files[0].path, Array("[]".utf8)), files[1], files[2]])
  }

  @Test func contentOfAnotherSize() {
    for bytes in [files[0].bytes + [0x20], [0x7B], []] {
      expect(.entryHash, [manifest, (files[0].path, bytes), files[1], files[2]])
    }
  }

  @Test(arguments: ["1", "2", "3", "4", "6", "S", "x", "L"])
  func linksDevicesAndTheLikeInPlaceOfAnEntry(_ type: String) {
    var header = TarHeader(path: files[0].path, size: 0).encoded()
    header.replaceSubrange(TarHeader.Field.type.range, with: type.utf8)
    if type == "1" || type == "2" {
      let field = TarHeader.Field.link.range
      header.replaceSubrange(field.prefix(11), with: "/etc/passwd".utf8)
    }
    let tar = Crafted.block(manifest) + TarHeaderTests.summed(header) + Crafted.tarEnd
    expect(.tarType, tar: tar)
  }

  @Test func setuid() {
    var header = TarHeader(path: files[0].path, size: Int64(files[0].bytes.count)).encoded()
    header.replaceSubrange(TarHeader.Field.mode.range.prefix(7), with: "0004755".utf8)
    let entry = Crafted.block(TarHeaderTests.summed(header), files[0].bytes)
    expect(.tarMode, tar: Crafted.block(manifest) + entry + Crafted.tarEnd)
  }

  @Test func somethingAfterTheTar() {
    expect(.tarTrailing, tar: Crafted.tar(files) + [0])
    expect(.tarTrailing, tar: Crafted.tar(files) + Crafted.tar(files))
  }

  @Test func anotherArchiveFormatInPlaceOfTheTar() {
    let cpio = Array("070701".utf8) + [UInt8](repeating: 0x30, count: 2_000)
    expect(.tarHeader, tar: cpio)
    expect(.tarHeader, tar: [])
  }

  @Test func aFlippedByteAnywhereInTheTar() throws {
    let tar = Crafted.tar(files)
    for place in stride(from: 0, to: tar.count, by: 11) {
      var other = tar
      other[place] ^= 1
      #expect(throws: Refusal.self) {
        let collector = try Crafted.read(Crafted.sealed(tar: other))
        // A flip in the manifest can give another good one, but its hash is not the target's.
        let manifest = other[512..<(512 + manifest.bytes.count)]
        if SHA256.hash(manifest) != SHA256.hash(self.manifest.bytes) {
          throw Refusal("custom-manifest", "\(collector.paths)")
        }
      }
    }
  }

  @Test func whatAConsumerGotBeforeTheRefusalHasNotEnded() throws {
    let other: Crafted.File = (files[2].path, Array("{\"id\":2}\n".utf8))
    let tar = [manifest, files[0], files[1], other].flatMap(Crafted.block) + Crafted.tarEnd
    let reader = try BundleReader(
      MemorySource(Crafted.sealed(tar: tar)), identities: [Crafted.identity])
    let collector = Collector()
    #expect(throws: Refusal(.entryHash, "")) {
      try reader.read(DownManifest(parsing: reader.manifest).entries, into: collector)
    }
    #expect(collector.ended == [files[0].path, files[1].path])
  }
}
