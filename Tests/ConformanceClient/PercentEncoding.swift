/// Names of roles and targets, which are a repository's to choose, made harmless for addresses and
/// for file names (RFC 3986, section 2).
enum PercentEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
  private static let inPaths = unreserved.union("/!$&'()*+,;=:@".utf8)

  /// One name: a slash in it is encoded too.
  static func name(_ text: String) -> String { encoded(text, keeping: unreserved) }

  /// One name of a file here: never that of a folder itself or the one above.
  static func fileName(_ text: String) -> String {
    [".", ".."].contains(text) ? text.map { _ in "%2E" }.joined() : name(text)
  }

  /// A path of several names.
  static func path(_ text: String) -> String { encoded(text, keeping: inPaths) }

  private static func encoded(_ text: String, keeping kept: Set<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if kept.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
