import Cryptography
import Foundation
import TUF
import Testing
import Vocabulary

@testable import Exchange

/// Only the private copy is used, and only if it is what was signed.
@Suite struct SpoolTests {
  private let spool: TemporaryFolder
  private let channel: TestChannel
  private let sealed: Sealed
  private let path: String

  init() throws {
    spool = try TemporaryFolder()
    channel = try TestChannel()
    sealed = try Sealed(count: 300_000)
    path = "airlock/down/\(channel.binding.channel.hex)/targets/\(sealed.file.fileName)"
  }

  @Test func swapAfterVerificationIsHarmless() throws {
    let stick = try TemporaryFolder()
    try stick.put(path, sealed.bytes)
    let folder = channel.folder(try FolderDrive(stick.path))
    let spooled = try folder.spool(sealed.file, into: spool.path)
    try Data([UInt8](repeating: 0, count: sealed.bytes.count))
      .write(to: stick.url.appending(path: path))
    #expect(try spooled.source().all() == sealed.bytes)
    try FileManager.default.removeItem(at: stick.url)
    #expect(try spooled.source().all() == sealed.bytes)
  }

  @Test func eachReaderHasItsOwnPlace() throws {
    let spooled = try channel.folder(SimulatedDrive(files: [path: sealed.bytes]))
      .spool(sealed.file, into: spool.path)
    let (first, second) = (spooled.source(), spooled.source())
    var buffer = [UInt8](repeating: 0, count: 1_000)
    #expect(try first.read(into: &buffer) == 1_000)
    #expect(try second.all() == sealed.bytes)
    #expect(try first.all() == Array(sealed.bytes.dropFirst(1_000)))
  }

  @Test func nothingIsLeftInTheSpool() throws {
    let spooled = try channel.folder(SimulatedDrive(files: [path: sealed.bytes]))
      .spool(sealed.file, into: spool.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path).isEmpty)
    _ = spooled
  }

  @Test func aMissingFile() throws {
    #expect(throws: Refusal(.targetMissing, "")) {
      try channel.folder(SimulatedDrive()).spool(sealed.file, into: spool.path)
    }
  }

  @Test func aFileOfAnotherLengthOrContent() throws {
    var flipped = sealed.bytes
    flipped[12_345] ^= 0x40
    for bytes in [flipped, sealed.bytes.dropLast(), sealed.bytes + [0], []] as [[UInt8]] {
      #expect(throws: Refusal(.targetHash, "")) {
        try channel.folder(SimulatedDrive(files: [path: Array(bytes)]))
          .spool(sealed.file, into: spool.path)
      }
    }
  }

  @Test func aLinkInPlaceOfTheFile() throws {
    let stick = try TemporaryFolder()
    try stick.put("elsewhere", sealed.bytes)
    try stick.make(String(path.dropLast(sealed.file.fileName.count + 1)))
    try FileManager.default.createSymbolicLink(
      atPath: stick.url.appending(path: path).path,
      withDestinationPath: stick.url.appending(path: "elsewhere").path)
    #expect(throws: Refusal(.targetMissing, "")) {
      try channel.folder(try FolderDrive(stick.path)).spool(sealed.file, into: spool.path)
    }
  }

  @Test func aSpoolFolderThatIsNotThere() throws {
    let absent = spool.path + "/none"
    #expect(throws: DriveFault(.absent, absent)) {
      try channel.folder(SimulatedDrive(files: [path: sealed.bytes]))
        .spool(sealed.file, into: absent)
    }
  }
}
