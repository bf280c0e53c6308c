extension JSONScanner {
  /// Scans a number as RFC 8259 spells it; its value is nobody's business here.
  mutating func number(_ bytes: Span<UInt8>) throws(ScanFault) {
    if bytes[index] == 0x2D { index += 1 }
    guard index < bytes.count else { throw ScanFault(.syntax, index, "a digit") }
    if bytes[index] == 0x30 {
      index += 1
      if index < bytes.count, isDigit(bytes[index]) {
        throw ScanFault(.syntax, index, "a number without leading zeros")
      }
    } else if bytes[index] == 0x49 {
      throw ScanFault(.number, index, "a number; NaN and infinities are none")
    } else {
      try digits(bytes)
    }
    if index < bytes.count, bytes[index] == 0x2E {
      index += 1
      try digits(bytes)
    }
    if index < bytes.count, bytes[index] | 0x20 == 0x65 {
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      try digits(bytes)
    }
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(ScanFault) {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    guard index > start else { throw ScanFault(.syntax, index, "a digit") }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
