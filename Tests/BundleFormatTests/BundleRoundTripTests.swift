import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct BundleRoundTripTests {
  @Test(arguments: [1_000, 65_536, .max]) func whatIsWrittenIsReadBack(_ piece: Int) throws {
    let collector = try Crafted.read(Crafted.written(Crafted.largeFiles), piece: piece)
    #expect(collector.paths == Crafted.largeFiles.map(\.path))
    #expect(collector.ended == collector.paths)
    for file in Crafted.largeFiles { #expect(collector[file.path] == file.bytes) }
  }

  @Test func theManifestComesFirstAsItIs() throws {
    let sealed = try Crafted.written(Crafted.files)
    let reader = try BundleReader(MemorySource(sealed), identities: [Crafted.identity])
    #expect(reader.manifest == Crafted.manifestFile(Crafted.files).bytes)
  }

  @Test func sealedToSeveral() throws {
    let others = (0..<15).map { _ in AgeIdentity.generate() }
    let sealed = try Crafted.written(
      Crafted.files, to: others.map(\.recipient) + [Crafted.identity.recipient])
    for identity in [others[0], others[14], Crafted.identity] {
      #expect(try Crafted.read(sealed, identities: [identity]).ended.count == 3)
    }
  }

  @Test func allSmallBundlesHaveOneLength() throws {
    let small = try Crafted.written(Crafted.files)
    let other = try Crafted.written(
      Crafted.files.dropLast() + [(EntryName.tasks, Array(Crafted.noise(9_000)))])
    #expect(small.count == other.count)
  }

  @Test func anEntryWhoseBytesChangedIsNotPacked() {
    for bytes in [[1, 2], [1, 2, 3, 4], [1, 2, 4]] as [[UInt8]] {
      let files = Crafted.files.dropLast() + [(EntryName.tasks, [1, 2, 3] as [UInt8])]
      var entries = files.map { BundleEntry(path: $0.path, bytes: $0.bytes) }
      entries[2] = BundleEntry(path: EntryName.tasks, size: 3, sha256: SHA256.hash([1, 2, 3])) {
        MemorySource(bytes)
      }
      let sink = MemorySink()
      #expect(throws: Refusal(.entryHash, "")) {
        try BundleWriter.write(
          manifest: Crafted.manifestFile(Array(files)).bytes, entries: entries,
          to: [Crafted.identity.recipient], sink: sink)
      }
      #expect(!sink.isFinished)
    }
  }

  @Test func entriesThatTheManifestDoesNotDeclareAreNotPacked() {
    let entries = Crafted.files.map { BundleEntry(path: $0.path, bytes: $0.bytes) }
    let manifest = Crafted.manifestFile(Crafted.files).bytes
    for wrong in [Array(entries.dropLast()), entries.reversed(), entries + [entries[0]]] {
      #expect(throws: Refusal(.entryOrder, "")) {
        try BundleWriter.write(
          manifest: manifest, entries: wrong, to: [Crafted.identity.recipient],
          sink: MemorySink())
      }
    }
  }

  @Test func aTarBeyondTheLimitIsNotBegun() throws {
    let entry = ManifestEntry(
      path: EntryName.tasks, size: Limits.sealed - 10_000, sha256: .zero)
    let entries = Crafted.entries(Array(Crafted.files.dropLast())) + [entry]
    #expect(throws: Refusal(.size, "")) {
      // A manifest of its own this long brings the tar over the limit.
      try BundleWriter.write(
        manifest: Crafted.manifest(entries).encoded() + [UInt8](repeating: 0x20, count: 9_000),
        entries: entries.map { entry in
          BundleEntry(path: entry.path, size: entry.size, sha256: entry.sha256) {
            throw Refusal("opened", "nothing may be opened")
          }
        }, to: [Crafted.identity.recipient], sink: MemorySink())
    }
  }

  @Test func aSourceThatFailsIsNotTakenForABadBundle() throws {
    let sealed = try Crafted.written(Crafted.largeFiles)
    for length in [0, 100, 70_000, sealed.count] {
      let source = FailingSource(Array(sealed.prefix(length)))
      #expect(throws: FileError("read", "stick", number: 5)) {
        let reader = try BundleReader(source, identities: [Crafted.identity])
        try reader.read(DownManifest(parsing: reader.manifest).entries, into: Collector())
      }
    }
  }

  @Test func whatAConsumerThrowsComesThrough() throws {
    let sealed = try Crafted.written(Crafted.files)
    let reader = try BundleReader(MemorySource(sealed), identities: [Crafted.identity])
    #expect(throws: Refusal("task-form", "")) {
      try reader.read(DownManifest(parsing: reader.manifest).entries, into: Refuser())
    }
  }

  /// Gives its bytes, then fails as a stick does that is pulled out.
  private final class FailingSource: ByteSource {
    private let bytes: MemorySource

    init(_ bytes: [UInt8]) { self.bytes = MemorySource(bytes) }

    func read(into buffer: inout [UInt8]) throws -> Int {
      let count = try bytes.read(into: &buffer)
      if count == 0 { throw FileError("read", "stick", number: 5) }
      return count
    }
  }

  private final class Refuser: EntryConsumer {
    func begin(_ entry: ManifestEntry) {}
    func chunk(_ bytes: ArraySlice<UInt8>) throws { throw Refusal("task-form", "line 1") }
    func end(_ entry: ManifestEntry) {}
  }
}
