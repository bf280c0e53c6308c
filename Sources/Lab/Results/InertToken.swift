/// JSON of others, made harmless for whoever looks at it in a terminal.
enum InertToken {
  /// The token with the same meaning, in which what could move a cursor, start an escape sequence
  /// or reorder what stands around it is spelled `\uXXXX`.
  ///
  /// JSON itself keeps controls below U+0020 out of strings; these are DEL, C1 controls, line and
  /// paragraph separators and the bidirectional controls. They occur in strings alone.
  static func of(_ token: ArraySlice<UInt8>) -> [UInt8] {
    guard token.contains(where: { $0 >= 0x7F }) else { return Array(token) }
    var result: [UInt8] = []
    result.reserveCapacity(token.count)
    for scalar in String(decoding: token, as: UTF8.self).unicodeScalars {
      if isActive(scalar.value) {
        let digits = String(scalar.value, radix: 16)
        result += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
      } else {
        result += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    return result
  }

  private static func isActive(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
