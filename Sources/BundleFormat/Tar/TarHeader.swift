import Vocabulary

/// The header of a regular file in a tar (POSIX.1-1988 ustar), the only kind there is here:
/// type `0`, mode 0644, owner and time 0, names of owners empty (formats.md, section 5).
public struct TarHeader: Equatable {
  /// Headers and contents fill whole blocks of so many bytes.
  static let blockBytes = 512

  /// Where the file lies below the archive's root.
  public let path: String
  /// Bytes of its content.
  public let size: Int64

  /// How many zeros follow `size` bytes of content to fill the block.
  static func filler(after size: Int64) -> Int {
    Int((Int64(blockBytes) - size % Int64(blockBytes)) % Int64(blockBytes))
  }

  /// How many bytes a file of `size` bytes takes in a tar.
  static func span(of size: Int64) -> Int64 {
    Int64(blockBytes) + size + Int64(filler(after: size))
  }

  /// The block that stands before the content.
  func encoded() -> [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.blockBytes)
    func put(_ text: String, _ field: Field) {
      block.replaceSubrange(field.range.prefix(text.utf8.count), with: text.utf8)
    }
    put(path, .name)
    put("0000644", .mode)
    put("0000000", .owner)
    put("0000000", .group)
    put(Self.octal(size, digits: 11), .size)
    put("00000000000", .time)
    put("0", .type)
    put("ustar\u{0}00", .magic)
    put("0000000", .major)
    put("0000000", .minor)
    put(Self.octal(Self.checksum(of: block), digits: 6) + "\u{0} ", .checksum)
    return block
  }

  /// The sum of all bytes, those of the checksum itself taken as spaces.
  static func checksum(of block: [UInt8]) -> Int64 {
    let all = block.reduce(Int64(0)) { $0 + Int64($1) }
    let own = block[Field.checksum.range].reduce(Int64(0)) { $0 + Int64($1) }
    return all - own + Int64(Field.checksum.range.count) * 0x20
  }

  private static func octal(_ value: Int64, digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// The fields of the header, by place.
  enum Field {
    case name, mode, owner, group, size, time, checksum, type, link, magic
    case ownerName, groupName, major, minor, prefix, rest

    var range: Range<Int> {
      switch self {
      case .name: 0..<100
      case .mode: 100..<108
      case .owner: 108..<116
      case .group: 116..<124
      case .size: 124..<136
      case .time: 136..<148
      case .checksum: 148..<156
      case .type: 156..<157
      case .link: 157..<257
      case .magic: 257..<265
      case .ownerName: 265..<297
      case .groupName: 297..<329
      case .major: 329..<337
      case .minor: 337..<345
      case .prefix: 345..<500
      case .rest: 500..<512
      }
    }
  }
}
