import Cryptography
import Foundation
import Testing
import Vocabulary

@testable import BundleFormat

/// Bundles opened and made with the tools that people already trust.
@Suite(.enabled(if: Shell.hasTools)) struct CommandTests {
  @Test func oursOpensWithAgeZstdAndTar() throws {
    let folder = try Shell.folder()
    defer { folder.remove() }
    try folder.write("key", Array(Shell.secret(Crafted.identity).utf8))
    try folder.write("ours.age", Crafted.written(Crafted.largeFiles))
    try folder.run("mkdir out && age -d -i key ours.age | zstd -d | tar x -C out")
    for file in Crafted.largeFiles { #expect(try folder.read("out/\(file.path)") == file.bytes) }
    let manifest = try folder.read("out/\(EntryName.manifest)")
    #expect(manifest == Crafted.manifestFile(Crafted.largeFiles).bytes)
  }

  @Test func theirsIsReadByUs() throws {
    let folder = try Shell.folder()
    defer { folder.remove() }
    let files = [Crafted.manifestFile(Crafted.files)] + Crafted.files
    for file in files { try folder.write(file.path, file.bytes) }
    let names = files.map(\.path).joined(separator: " ")
    try folder.run(
      """
      tar c --format=ustar --blocking-factor=1 --owner=:0 --group=:0 --numeric-owner \
      --mtime=@0 --mode=0644 \(names) | zstd -3 -o frame
      """)
    let frame = try folder.read("frame")
    try folder.write("plain", frame + Crafted.padding(after: frame))
    try folder.run("age -r \(Crafted.identity.recipient.text) -o theirs.age plain")
    let collector = try Crafted.read(folder.read("theirs.age"))
    for file in Crafted.files { #expect(collector[file.path] == file.bytes) }
  }

  @Test(arguments: ["gnu", "pax", "v7", "oldgnu"]) func otherKindsOfTar(_ format: String) throws {
    let folder = try Shell.folder()
    defer { folder.remove() }
    try folder.write(EntryName.manifest, Crafted.manifestFile(Crafted.files).bytes)
    let pax = format == "pax" ? "--pax-option=comment=x" : ""
    try folder.run(
      """
      tar c --format=\(format) \(pax) --blocking-factor=1 --owner=:0 --group=:0 --numeric-owner \
      --mtime=@0 --mode=0644 \(EntryName.manifest) > tar
      """)
    let sealed = try Crafted.sealed(tar: folder.read("tar"))
    let code: Refusal.Code = format == "pax" ? .tarType : .tarHeader
    #expect(throws: Refusal(code, "")) { try Crafted.read(sealed) }
  }

  @Test func aFrameOfZstdWithoutChecksumOrWithALongWindow() throws {
    let folder = try Shell.folder()
    defer { folder.remove() }
    try folder.write("tar", Crafted.tar(Crafted.files) + Crafted.noise(1_000_000))
    for (options, code) in [
      ("--no-check", Refusal.Code.zstdChecksum), ("-3 --long=27", .zstdWindow),
    ] {
      // From a pipe, so that zstd doesn't know the size and uses the whole window.
      try folder.run("cat tar | zstd -q \(options) -c > frame")
      let frame = try folder.read("frame")
      let sealed = try Crafted.sealed(frame + Crafted.padding(after: frame))
      #expect(throws: Refusal(code, "")) { try Crafted.read(sealed) }
    }
  }

  @Test func aFrameOfZstdWithADictionary() throws {
    let folder = try Shell.folder()
    defer { folder.remove() }
    for place in 0..<200 {
      try folder.write("s\(place)", Array("sample \(place * 7_919) of a text".utf8))
    }
    try folder.write("tar", Crafted.tar(Crafted.files))
    try folder.run("zstd -q --train s* -o dict --maxdict=1024 && zstd -q -D dict tar -o frame")
    let frame = try folder.read("frame")
    let sealed = try Crafted.sealed(frame + Crafted.padding(after: frame))
    #expect(throws: Refusal(.zstdFrame, "")) { try Crafted.read(sealed) }
  }
}
