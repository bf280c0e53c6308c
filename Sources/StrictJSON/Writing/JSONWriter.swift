/// Writes JSON without white space, members in the order in which they are given.
///
/// Strings are escaped as little as RFC 8259 allows: quote, backslash, control characters (the
/// short forms where there are any, else `\u00xx`); everything else is UTF-8 as it is. Commas are
/// put by the writer; that each object gets members and each array values is the caller's duty.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// A writer that begins empty, with room for `capacity` bytes.
  public init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object; `content` writes its members.
  public mutating func object<Fault: Error>(_ content: (inout JSONWriter) throws(Fault) -> Void)
    throws(Fault)
  {
    begin(0x7B)
    try content(&self)
    end(0x7D)
  }

  /// Writes an array; `content` writes its elements.
  public mutating func array<Fault: Error>(_ content: (inout JSONWriter) throws(Fault) -> Void)
    throws(Fault)
  {
    begin(0x5B)
    try content(&self)
    end(0x5D)
  }

  /// Writes a member's name; `value` writes its value, exactly one.
  public mutating func member<Fault: Error>(
    _ name: String, _ value: (inout JSONWriter) throws(Fault) -> Void
  ) throws(Fault) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
    try value(&self)
  }

  /// Writes a member from a name and a value that are JSON tokens already, byte for byte.
  public mutating func member(rawName name: ArraySlice<UInt8>, raw value: ArraySlice<UInt8>) {
    raw(name)
    bytes.append(0x3A)
    needsComma = false
    raw(value)
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    comma()
    bytes.append(0x22)
    // Almost every string is written as it is.
    if text.utf8.contains(where: Self.needsEscape) {
      for byte in text.utf8 { escape(byte) }
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(0x22)
  }

  /// Writes an identifier, hash or key as a string of lowercase hexadecimal digits.
  public mutating func hex(_ value: [UInt8]) {
    comma()
    bytes.append(0x22)
    for byte in value {
      bytes.append(Self.digit(byte >> 4))
      bytes.append(Self.digit(byte & 15))
    }
    bytes.append(0x22)
  }

  /// Writes a token that is JSON already, byte for byte.
  public mutating func raw(_ token: ArraySlice<UInt8>) {
    comma()
    bytes.append(contentsOf: token)
  }

  /// Writes a token that is JSON already, byte for byte.
  public mutating func raw(_ token: [UInt8]) {
    comma()
    bytes.append(contentsOf: token)
  }

  private mutating func word(_ word: String) {
    comma()
    bytes.append(contentsOf: word.utf8)
  }

  /// Writes an integer.
  public mutating func integer(_ value: Int64) { word(String(value)) }

  /// Writes a finite number in the shortest form that reads back as the same Double; NaN and
  /// infinities, which JSON can't say, become `null`.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    word(value.description)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { word("null") }

  private mutating func comma() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func begin(_ byte: UInt8) {
    comma()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func end(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x08: bytes += [0x5C, 0x62]
    case 0x09: bytes += [0x5C, 0x74]
    case 0x0A: bytes += [0x5C, 0x6E]
    case 0x0C: bytes += [0x5C, 0x66]
    case 0x0D: bytes += [0x5C, 0x72]
    case ..<0x20:
      bytes += [0x5C, 0x75, 0x30, 0x30, Self.digit(byte >> 4), Self.digit(byte & 15)]
    default: bytes.append(byte)
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x61 + value - 10
  }
}
