extension JSONScanner {
  /// Scans a string from its opening quote to past its closing one. Returns whether it has
  /// backslashes.
  ///
  /// Lone surrogates in `\u` escapes are let through: real data has them, and tokens are kept as
  /// they are. Raw bytes must be UTF-8 as Unicode defines it.
  mutating func string(_ bytes: Span<UInt8>) throws(ScanFault) -> Bool {
    var escaped = false
    index += 1
    while true {
      skipPlain(bytes)
      guard index < bytes.count else {
        throw ScanFault(.syntax, index, "the end of a string")
      }
      let byte = bytes[index]
      switch byte {
      case 0x22:
        index += 1
        return escaped
      case 0x5C:
        escaped = true
        try escape(bytes)
      case 0x80...:
        try UTF8Check.scalar(bytes, &index)
      case 0x20...: index += 1
      default:
        throw ScanFault(.syntax, index, "control characters in strings to be escaped")
      }
    }
  }

  /// Passes eight bytes at a time while none of them is a quote, a backslash, a control character
  /// or beyond ASCII.
  private mutating func skipPlain(_ bytes: Span<UInt8>) {
    let raw = unsafe bytes.bytes
    let last = bytes.count - 8
    while index <= last {
      // Safe: index + 8 is within the span.
      let eight = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let special = EightBytes.special(UInt64(littleEndian: eight))
      if special != 0 {
        index += special.trailingZeroBitCount / 8
        return
      }
      index += 8
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(ScanFault) {
    guard index + 1 < bytes.count else {
      throw ScanFault(.syntax, index, "an escape")
    }
    switch bytes[index + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: index += 2
    case 0x75:
      guard index + 6 <= bytes.count else {
        throw ScanFault(.syntax, index, "four hexadecimal digits after \\u")
      }
      for place in (index + 2)..<(index + 6) {
        guard StringContent.hexValue(bytes[place]) != nil else {
          throw ScanFault(.syntax, index, "four hexadecimal digits after \\u")
        }
      }
      index += 6
    default: throw ScanFault(.syntax, index, "an escape of JSON")
    }
  }
}

/// Tests on eight bytes at once.
enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of the first byte that ends a plain run is the lowest bit set; 0 if none does.
  ///
  /// Borrows can mark a byte wrongly only above one that is marked rightly.
  static func special(_ eight: UInt64) -> UInt64 {
    let quote = eight ^ (ones &* 0x22)
    let backslash = eight ^ (ones &* 0x5C)
    let found =
      (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
      | (eight &- ones &* 0x20) & ~eight | eight
    return found & highs
  }

  /// The same for line feeds.
  static func lineFeed(_ eight: UInt64) -> UInt64 {
    let feed = eight ^ (ones &* 0x0A)
    return (feed &- ones) & ~feed & highs
  }
}
