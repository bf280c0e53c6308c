/// UTF-8 as Unicode 3.9, table 3-7 has it: no overlong form, no surrogate, nothing past U+10FFFF.
enum UTF8Check {
  /// Checks the scalar beyond ASCII that begins at `index` and passes it.
  static func scalar(_ bytes: Span<UInt8>, _ index: inout Int) throws(ScanFault) {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: throw ScanFault(.encoding, index, "UTF-8")
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else {
      throw ScanFault(.encoding, index, "UTF-8")
    }
    var place = index + 2
    while place < index + length {
      guard bytes[place] & 0xC0 == 0x80 else { throw ScanFault(.encoding, index, "UTF-8") }
      place += 1
    }
    index += length
  }
}
