import Vocabulary

/// Reads as much JSON as a DSSE envelope is made of: objects, arrays and strings.
///
/// Its own small reader, since this module stands below the one for JSON. Every index is checked,
/// and nothing recurses deeper than the envelope's form does.
struct DSSEReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A refusal that names the place.
  func refusal(_ why: String) -> Refusal {
    Refusal(.dsseForm, "not a DSSE envelope: \(why), at byte \(position)")
  }

  /// Reads an object; `member` is given each name and must read its value.
  mutating func object(
    _ member: (inout DSSEReader, String) throws(Refusal) -> Void
  ) throws(Refusal) {
    try list(from: "{", to: "}") { reader throws(Refusal) in
      let name = try reader.string()
      try reader.take(":")
      try member(&reader, name)
    }
  }

  /// Reads an array; `element` must read one value.
  mutating func array(
    _ element: (inout DSSEReader) throws(Refusal) -> Void
  ) throws(Refusal) {
    try list(from: "[", to: "]", element)
  }

  /// Reads a string.
  mutating func string() throws(Refusal) -> String {
    try take("\"")
    var text: [UInt8] = []
    while true {
      switch try nextByte() {
      case 0x22:
        guard let string = String(validating: text, as: UTF8.self) else {
          throw refusal("a string that is not UTF-8")
        }
        return string
      case 0x5c: text += try escaped()
      case 0..<0x20: throw refusal("a control character in a string")
      case let byte: text.append(byte)
      }
    }
  }

  /// Reads a string of base64, in the standard or the URL-safe alphabet (DSSE allows both).
  mutating func base64() throws(Refusal) -> [UInt8] {
    let text = try string().utf8
    guard let bytes = Base64.decoded(text, .padded) ?? Base64.decoded(text, .urlSafe) else {
      throw refusal("a string that is not canonical base64")
    }
    return bytes
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(Refusal) {
    skipWhiteSpace()
    guard position == bytes.count else { throw refusal("something follows it") }
  }

  private mutating func list(
    from open: Unicode.Scalar, to close: Unicode.Scalar,
    _ element: (inout DSSEReader) throws(Refusal) -> Void
  ) throws(Refusal) {
    try take(open)
    if takeIfThere(close) { return }
    repeat { try element(&self) } while takeIfThere(",")
    try take(close)
  }

  private mutating func take(_ character: Unicode.Scalar) throws(Refusal) {
    guard takeIfThere(character) else { throw refusal("“\(character)” is missing") }
  }

  private mutating func takeIfThere(_ character: Unicode.Scalar) -> Bool {
    skipWhiteSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipWhiteSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func nextByte() throws(Refusal) -> UInt8 {
    guard position < bytes.count else { throw refusal("a string without its end") }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func escaped() throws(Refusal) -> [UInt8] {
    switch try nextByte() {
    case 0x22: return [0x22]
    case 0x5c: return [0x5c]
    case 0x2f: return [0x2f]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw refusal("an unknown escape")
    }
  }

  /// Four hexadecimal digits; pairs for characters beyond them don't occur in an envelope.
  private mutating func escapedScalar() throws(Refusal) -> [UInt8] {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit = Character(Unicode.Scalar(try nextByte()))
      guard digit.isASCII, let digit = digit.hexDigitValue else {
        throw refusal("a wrong escape")
      }
      value = value << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else { throw refusal("half a surrogate pair") }
    return Array(String(scalar).utf8)
  }
}
