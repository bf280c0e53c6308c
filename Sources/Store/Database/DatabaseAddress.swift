/// The address under which SQLite opens a store: a URI that names path, VFS and ticket.
enum DatabaseAddress {
  static func make(path: String, vfs: String, ticket: Int64) -> String {
    "file:\(escaped(path))?vfs=\(vfs)&\(PageVFS.ticketMember)=\(ticket)"
  }

  /// Everything but letters, digits, `/`, `.`, `-` and `_` as `%` and two hexadecimal digits.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.append(byte)
      default:
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
