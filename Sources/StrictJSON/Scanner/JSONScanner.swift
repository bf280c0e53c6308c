/// A strict scanner of one JSON value (RFC 8259), without recursion.
///
/// The bytes are a parameter of each step, and only places are kept: that is what lets the
/// compiler keep the loop in registers.
struct JSONScanner {
  /// A container that is open.
  struct Frame {
    let entry: Int
    let isObject: Bool
    /// How many names lay on the stack before this object's.
    let names: Int
    /// Elements or members begun.
    var count: Int
  }

  var index = 0
  var tape: [TapeEntry] = []
  var frames: [Frame] = []
  var names = MemberNames()
  let maxDepth: Int

  init(maxDepth: Int, expecting count: Int) {
    self.maxDepth = maxDepth
    // A guess that suits records of text; memory that isn't touched costs nothing.
    tape.reserveCapacity(count / 32 + 8)
    frames.reserveCapacity(8)
    names.reserve(32)
  }

  /// Scans the whole input: one value, white space around it, nothing else.
  mutating func scan(_ bytes: Span<UInt8>) throws(ScanFault) {
    try checkEncoding(bytes)
    skipSpace(bytes)
    try value(bytes, isMember: false)
    while !frames.isEmpty { try advance(bytes) }
    skipSpace(bytes)
    guard index == bytes.count else {
      throw ScanFault(.trailing, index, "nothing after the value")
    }
  }

  private func checkEncoding(_ bytes: Span<UInt8>) throws(ScanFault) {
    guard bytes.count <= Int(UInt32.max) else {
      throw ScanFault(.value, 0, "less than 4 GiB")
    }
    guard bytes.count >= 2 else { return }
    let (first, second) = (bytes[0], bytes[1])
    if first == 0xEF && second == 0xBB {
      throw ScanFault(.encoding, 0, "UTF-8 without a byte order mark")
    }
    if first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE || first == 0
      || second == 0
    {
      throw ScanFault(.encoding, 0, "UTF-8; this looks like UTF-16 or UTF-32")
    }
  }

  /// One element, member or end of the innermost container.
  private mutating func advance(_ bytes: Span<UInt8>) throws(ScanFault) {
    skipSpace(bytes)
    let frame = frames[frames.count - 1]
    let byte = index < bytes.count ? bytes[index] : 0
    if byte == (frame.isObject ? 0x7D : 0x5D) { return try close(bytes, frame) }
    if frame.count > 0 {
      guard byte == 0x2C else {
        throw ScanFault(
          .syntax, index,
          frame.isObject ? "a comma or the object's end" : "a comma or the array's end")
      }
      index += 1
      skipSpace(bytes)
    }
    frames[frames.count - 1].count += 1
    if frame.isObject { try name(bytes) }
    try value(bytes, isMember: frame.isObject)
  }

  private mutating func close(_ bytes: Span<UInt8>, _ frame: Frame) throws(ScanFault) {
    index += 1
    if frame.isObject, let repeated = names.close(bytes, from: frame.names) {
      throw ScanFault(.duplicate, repeated - 1, "each member name once")
    }
    tape[frame.entry].end = UInt32(truncatingIfNeeded: index)
    tape[frame.entry].next = UInt32(truncatingIfNeeded: tape.count)
    frames.removeLast()
  }

  private mutating func name(_ bytes: Span<UInt8>) throws(ScanFault) {
    guard index < bytes.count, bytes[index] == 0x22 else {
      throw ScanFault(.syntax, index, "a member name")
    }
    let start = index
    let escaped = try string(bytes)
    append(.string, start, escaped: escaped, isMember: false)
    names.push(bytes, start: start + 1, end: index - 1, escaped: escaped)
    skipSpace(bytes)
    guard index < bytes.count, bytes[index] == 0x3A else {
      throw ScanFault(.syntax, index, "a colon")
    }
    index += 1
    skipSpace(bytes)
  }

  private mutating func value(_ bytes: Span<UInt8>, isMember: Bool) throws(ScanFault) {
    guard index < bytes.count else { throw ScanFault(.syntax, index, "a value") }
    let start = index
    switch bytes[index] {
    case 0x22:
      let escaped = try string(bytes)
      append(.string, start, escaped: escaped, isMember: isMember)
    case 0x7B: try open(.object, isMember)
    case 0x5B: try open(.array, isMember)
    case 0x2D, 0x30...0x39:
      try number(bytes)
      append(.number, start, isMember: isMember)
    case 0x74:
      try word(bytes, Self.wordTrue)
      append(.bool, start, isMember: isMember)
    case 0x66:
      try word(bytes, Self.wordFalse)
      append(.bool, start, isMember: isMember)
    case 0x6E:
      try word(bytes, Self.wordNull)
      append(.null, start, isMember: isMember)
    case 0x4E, 0x49:
      throw ScanFault(.number, index, "a number; NaN and infinities are none")
    default: throw ScanFault(.syntax, index, "a value")
    }
  }

  private mutating func open(_ kind: JSONKind, _ isMember: Bool) throws(ScanFault) {
    guard frames.count < maxDepth else {
      throw ScanFault(.depth, index, "less deep nesting")
    }
    frames.append(
      Frame(entry: tape.count, isObject: kind == .object, names: names.count, count: 0))
    append(kind, index, isMember: isMember)
    index += 1
  }

  private mutating func append(
    _ kind: JSONKind, _ start: Int, escaped: Bool = false, isMember: Bool
  ) {
    tape.append(
      TapeEntry(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index),
        next: UInt32(truncatingIfNeeded: tape.count + 1), kind: kind, escaped: escaped,
        isMember: isMember))
  }

  private mutating func word(_ bytes: Span<UInt8>, _ word: [UInt8]) throws(ScanFault) {
    for (place, byte) in word.enumerated() {
      guard index + place < bytes.count, bytes[index + place] == byte else {
        throw ScanFault(.syntax, index, "a value")
      }
    }
    index += word.count
  }

  private static let wordTrue = Array("true".utf8)
  private static let wordFalse = Array("false".utf8)
  private static let wordNull = Array("null".utf8)

  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }
}
