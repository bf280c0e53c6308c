import StrictJSON

/// A string of a task on its way to the page.
enum TaskText {
  /// UTF-8 of a string or number token; a number as it is spelled, a lone surrogate as U+FFFD,
  /// which the page shows as a box. Empty for any other kind.
  static func utf8(_ value: JSONValue) -> [UInt8] {
    if value.kind == .number { return Array(value.token) }
    guard let bytes = try? value.wtf8() else { return [] }
    return replacingSurrogates(bytes)
  }

  /// WTF-8 with each lone surrogate, three bytes from ED A0, replaced by one U+FFFD.
  static func replacingSurrogates(_ wtf8: [UInt8]) -> [UInt8] {
    guard wtf8.contains(0xED) else { return wtf8 }
    var result: [UInt8] = []
    result.reserveCapacity(wtf8.count)
    var rest = wtf8[...]
    while let byte = rest.first {
      if byte == 0xED, let second = rest.dropFirst().first, second >= 0xA0 {
        result += [0xEF, 0xBF, 0xBD]
        rest = rest.dropFirst(3)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
