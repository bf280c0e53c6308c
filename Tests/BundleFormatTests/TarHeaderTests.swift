import Testing
import Vocabulary

@testable import BundleFormat

/// Headers that a bundle may not have, each with a checksum that holds.
@Suite struct TarHeaderTests {
  private let good = TarHeader(path: "tasks.jsonl", size: 812)

  /// The good header with one field filled from its start, and summed again.
  private func header(_ field: TarHeader.Field, _ bytes: [UInt8]) -> [UInt8] {
    var block = good.encoded()
    block.replaceSubrange(field.range.prefix(bytes.count), with: bytes)
    return Self.summed(block)
  }

  private func header(_ field: TarHeader.Field, _ text: String) -> [UInt8] {
    header(field, Array(text.utf8))
  }

  static func summed(_ block: [UInt8]) -> [UInt8] {
    var block = block
    let digits = String(TarHeader.checksum(of: block), radix: 8)
    let text = String(repeating: "0", count: 6 - digits.count) + digits + "\u{0} "
    block.replaceSubrange(TarHeader.Field.checksum.range, with: text.utf8)
    return block
  }

  private func expect(_ code: Refusal.Code, _ block: [UInt8]) {
    #expect(throws: Refusal(code, "")) { try TarHeader(parsing: block, entry: 1) }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let longest = String(repeating: "a", count: 100)
    for header in [good, TarHeader(path: longest, size: 0), TarHeader(path: "a", size: 1 << 31)] {
      #expect(try TarHeader(parsing: header.encoded(), entry: 0) == header)
    }
  }

  @Test func numbersMayEndInSpacesAsOtherWritersHaveThem() throws {
    let block = header(.mode, "000644 \u{0}")
    #expect(try TarHeader(parsing: block, entry: 0) == good)
  }

  @Test func anEmptyDeviceNumberIsNone() throws {
    let block = header(.major, [UInt8](repeating: 0, count: 8))
    #expect(try TarHeader(parsing: block, entry: 0) == good)
  }

  @Test func aFlippedByteAnywhereIsSeen() {
    for place in 0..<512 {
      var block = good.encoded()
      block[place] ^= 0x10
      #expect(throws: Refusal.self) { try TarHeader(parsing: block, entry: 0) }
    }
  }

  @Test(arguments: [
    ("hard link", "1"), ("symbolic link", "2"), ("character device", "3"), ("block device", "4"),
    ("folder", "5"), ("FIFO", "6"), ("contiguous file", "7"), ("pax header", "x"),
    ("pax global header", "g"), ("GNU long name", "L"), ("GNU long link", "K"),
    ("GNU sparse file", "S"), ("GNU multi-volume", "M"), ("GNU dump folder", "D"),
    ("old regular file", "\u{0}"), ("Solaris extended header", "X"),
  ])
  func typesThatAreNotRegularFiles(_ name: String, _ type: String) {
    expect(.tarType, header(.type, type))
  }

  @Test func aSparseFileWithTheHeaderOfGNUTar() {
    var block = header(.magic, "ustar  \u{0}")
    block.replaceSubrange(TarHeader.Field.type.range, with: "S".utf8)
    expect(.tarType, Self.summed(block))
  }

  @Test(arguments: ["0004755", "0002755", "0001755", "0000755", "0000600", "0100644", "0000000"])
  func modesOtherThan0644(_ mode: String) {
    expect(.tarMode, header(.mode, mode))
  }

  @Test func aHeaderOfGNUTar() { expect(.tarHeader, header(.magic, "ustar  \u{0}")) }
  @Test func aHeaderWithoutMagic() {
    expect(.tarHeader, header(.magic, [UInt8](repeating: 0, count: 8)))
  }
  @Test func anOwner() {
    expect(.tarHeader, header(.owner, "0001750"))
    expect(.tarHeader, header(.group, "0001750"))
  }
  @Test func ownersByName() {
    expect(.tarHeader, header(.ownerName, "root"))
    expect(.tarHeader, header(.groupName, "root"))
  }
  @Test func aTime() { expect(.tarHeader, header(.time, "14000000000")) }
  @Test func aLinkNameBesideARegularType() { expect(.tarHeader, header(.link, "/etc/passwd")) }
  @Test func aPrefixBeforeThePath() { expect(.tarHeader, header(.prefix, "/etc")) }
  @Test func aDeviceNumber() {
    expect(.tarHeader, header(.major, "0000001"))
    expect(.tarHeader, header(.minor, "0000001"))
  }
  @Test func bytesInTheRestOfTheBlock() { expect(.tarHeader, header(.rest, "x")) }

  @Test func sizesInOtherSpellings() {
    expect(.tarHeader, header(.size, [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0x2C]))
    expect(.tarHeader, header(.size, "-0000000001"))
    expect(.tarHeader, header(.size, "           "))
    expect(.tarHeader, header(.size, "00000000009"))
    expect(.tarHeader, header(.size, "777777777777"))
    expect(.tarHeader, header(.size, "0000 000001"))
  }

  @Test(arguments: [
    "../../etc/cron.d/x", "/etc/passwd", "assets/\u{202E}gnp", "a\nb", "a\u{1B}[31m", "a//b", "",
  ])
  func pathsThatAreNone(_ path: String) {
    var block = good.encoded()
    let field = TarHeader.Field.name.range
    block.replaceSubrange(field, with: [UInt8](repeating: 0, count: field.count))
    block.replaceSubrange(field.prefix(path.utf8.count), with: path.utf8)
    expect(.path, Self.summed(block))
  }

  @Test func aPathThatGoesOnBehindANUL() { expect(.path, header(.name, "tasks.jsonl\u{0}x")) }

  @Test func anotherArchiveFormat() {
    let cpio = Array("070701".utf8) + [UInt8](repeating: 0x30, count: 506)
    let zip: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 508)
    expect(.tarHeader, cpio)
    expect(.tarHeader, zip)
  }
}
