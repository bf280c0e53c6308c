/// What a string token means: its escapes resolved.
///
/// Works on tokens that the scanner has accepted, and never traps on others.
enum StringContent {
  /// The content in WTF-8: UTF-8 in which a lone surrogate is the three bytes that its number would
  /// have. Two tokens mean the same exactly if these bytes are equal.
  static func wtf8(_ inner: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(inner.count)
    var index = inner.startIndex
    while index < inner.endIndex {
      let byte = inner[index]
      if byte == 0x5C {
        append(escape(inner, &index), to: &result)
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// The numbers of the Unicode scalars; a lone surrogate is one of its own number.
  static func scalars(_ wtf8: [UInt8]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(wtf8.count)
    for byte in wtf8 {
      if byte & 0xC0 == 0x80, let last = result.popLast() {
        result.append(last << 6 | UInt32(byte & 0x3F))
      } else {
        result.append(UInt32(byte & leadMask(byte)))
      }
    }
    return result
  }

  private static func leadMask(_ byte: UInt8) -> UInt8 {
    switch byte {
    case ..<0x80: 0x7F
    case ..<0xE0: 0x1F
    case ..<0xF0: 0x0F
    default: 0x07
    }
  }

  /// Whether WTF-8 bytes are UTF-8 too.
  static func isScalarText(_ wtf8: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in wtf8 {
      if previous == 0xED && byte >= 0xA0 { return false }
      previous = byte
    }
    return true
  }

  /// One escape at `index`, which is moved past it; a pair of surrogates is one.
  private static func escape(_ inner: ArraySlice<UInt8>, _ index: inout Int) -> UInt32 {
    let kind = index + 1 < inner.endIndex ? inner[index + 1] : 0x5C
    guard kind == 0x75 else {
      index += 2
      return simple(kind)
    }
    let unit = codeUnit(inner, index) ?? 0xFFFD
    index = min(index + 6, inner.endIndex)
    guard (0xD800...0xDBFF).contains(unit), let low = codeUnit(inner, index),
      (0xDC00...0xDFFF).contains(low)
    else { return unit }
    index += 6
    return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
  }

  private static func simple(_ kind: UInt8) -> UInt32 {
    switch kind {
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: UInt32(kind)
    }
  }

  private static func codeUnit(_ inner: ArraySlice<UInt8>, _ index: Int) -> UInt32? {
    guard index + 6 <= inner.endIndex, inner[index] == 0x5C, inner[index + 1] == 0x75 else {
      return nil
    }
    var unit: UInt32 = 0
    for place in (index + 2)..<(index + 6) {
      guard let digit = hexValue(inner[place]) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
    switch scalar {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800: bytes += [UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0), tail(0)]
    case ..<0x10000:
      bytes += [UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0), tail(6), tail(0)]
    default:
      bytes += [UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0), tail(12), tail(6), tail(0)]
    }
  }
}
