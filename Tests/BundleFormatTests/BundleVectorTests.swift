import Cryptography
import Foundation
import StrictJSON
import TestSupport
import Testing
import Vocabulary

@testable import BundleFormat

/// Files of another implementation, taken by what is in the folder (vectors/airlock/README.md).
@Suite(.enabled(if: SharedData.hasVectors)) struct BundleVectorTests {
  private let world = VectorWorld()

  @Test func goodFilesAreReadAndHashedAsExpected() throws {
    let sealed = try world.sealed(below: world.good.appendingPathComponent("stick"))
    let known = try world.manifestHashes()
    #expect(Set(sealed.keys) == Set(known.keys), "a sealed file for each that is expected")
    for (digest, file) in sealed {
      let (name, manifest) = try #require(known[digest])
      let reader = try BundleReader(MemorySource(file), identities: world.identities())
      #expect(SHA256.hash(reader.manifest) == manifest)
      let collector = Collector()
      try reader.read(world.entries(reader.manifest), into: collector)
      #expect(collector.ended == collector.paths)
      let plain = world.good.appendingPathComponent("plain/\(name)")
      for path in collector.paths {
        let bytes = try SharedData.bytes(plain.appendingPathComponent(path))
        #expect(collector[path] == bytes, "\(name)/\(path)")
      }
    }
  }

  @Test func ourManifestsAndOrdersHaveTheSameBytes() throws {
    let plain = world.good.appendingPathComponent("plain")
    for name in SharedFolder.names(in: plain) {
      let folder = plain.appendingPathComponent(name)
      let bytes = try SharedData.bytes(folder.appendingPathComponent(EntryName.manifest))
      let isDown = (try? DownManifest(parsing: bytes)) != nil
      let encoded =
        try isDown
        ? DownManifest(parsing: bytes).encoded() : ResultManifest(parsing: bytes).encoded()
      #expect(encoded == bytes, "\(name)")
      let order = folder.appendingPathComponent(EntryName.order)
      if FileManager.default.fileExists(atPath: order.path) {
        let bytes = try SharedData.bytes(order)
        #expect(try Order(parsing: bytes).encoded() == bytes)
      }
    }
  }

  @Test func ourBundlesOfTheSameFilesOpenAgain() throws {
    let plain = world.good.appendingPathComponent("plain")
    for name in SharedFolder.names(in: plain) {
      let folder = plain.appendingPathComponent(name)
      let manifest = try SharedData.bytes(folder.appendingPathComponent(EntryName.manifest))
      let entries = try world.entries(manifest)
      let sink = MemorySink()
      try BundleWriter.write(
        manifest: manifest,
        entries: entries.map { entry in
          BundleEntry(entry) {
            try FileSource(path: folder.appendingPathComponent(entry.path).path)
          }
        }, to: [Crafted.identity.recipient], sink: sink)
      let reader = try BundleReader(MemorySource(sink.bytes), identities: [Crafted.identity])
      #expect(reader.manifest == manifest)
      try reader.read(entries, into: Collector())
    }
  }

  @Test func lengthsOfThePadding() throws {
    let expected = try world.expected()
    for (length, padded) in try expected.require("padme").members {
      #expect(try Padme.padded(#require(Int64(length))) == padded.integer())
    }
    for (_, bundle) in try expected.require("bundles").members {
      let frame = try bundle.require("zstdFrameBytes").integer()
      let total = frame + Int64(PaddingFrame.headerBytes) + PaddingFrame.zeros(after: frame)
      #expect(try total == bundle.require("plainBytes").integer())
    }
  }

  @Test func notesAndCardHaveTheSameBytes() throws {
    let card = try SharedData.bytes(world.good.appendingPathComponent("room.card"))
    let room = try RoomCard(verifying: card)
    let key = try world.signingKey(room.key)
    #expect(room.signed(by: key) == card)
    for (_, archive) in try world.expected().require("archives").members {
      let bytes = Array(try archive.require("note").string().utf8)
      let note = try ResultsNote(verifying: bytes, channel: world.channel(), key: room.key)
      #expect(note.signed(by: key) == bytes)
      #expect(try SHA256.hash(bytes) == archive.require("noteHash").digest())
      #expect(try note.archive == archive.require("sealed").digest())
    }
  }

  @Test func channelAndFingerprints() throws {
    let expected = try world.expected()
    #expect(try world.channel() == expected.require("channel").id())
    for (name, print) in try expected.require("fingerprint").members {
      let file = try SharedData.bytes(world.good.appendingPathComponent(name))
      #expect(try Fingerprint(of: file) == Fingerprint(typed: print.string()))
    }
  }

  @Test(arguments: SharedFolder.names(in: SharedData.vectors.appendingPathComponent("bad")))
  func badOnesAreRefusedForTheirReason(_ name: String) throws {
    let folder = SharedData.vectors.appendingPathComponent("bad/\(name)")
    let expect = try SharedData.json(folder.appendingPathComponent("expect.json"))
    let reason = Refusal.Code(rawValue: try expect.require("reason").string())
    let refusals = try world.refusals(in: folder, by: expect.require("by").string())
    // What this module can't see, it must take; what it refuses, it refuses for the reason.
    #expect(refusals.allSatisfy { $0.code == reason }, "\(refusals)")
    if VectorWorld.isOurs(reason, in: name) { #expect(!refusals.isEmpty, "\(name): \(reason)") }
  }
}
