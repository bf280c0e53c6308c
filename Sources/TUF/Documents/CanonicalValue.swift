/// A JSON value in the only canonical form that Airlock knows, that of OLPC, over which TUF
/// hashes keys and signs documents (TUF 1.0, section 4.1).
///
/// Members are sorted by their names' UTF-8 bytes; there is no white space; in strings only `"`
/// and `\` are escaped, so the form is not always JSON; numbers are integers.
indirect enum CanonicalValue: Equatable, Sendable {
  case object([(name: String, value: CanonicalValue)])
  case array([CanonicalValue])
  case string(String)
  /// An integer as its digits, since documents may hold larger ones than a machine word.
  case integer(digits: String)
  case bool(Bool)
  case null

  /// An integer of our own documents.
  static func integer(_ value: Int64) -> Self { .integer(digits: String(value)) }

  /// The canonical form.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .object(let members): Self.append(members, to: &bytes)
    case .array(let elements): Self.append(elements, to: &bytes)
    case .string(let text): Self.append(text, to: &bytes)
    case .integer(let digits): bytes.append(contentsOf: digits.utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }

  private static func append(
    _ members: [(name: String, value: CanonicalValue)], to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (index, member) in sorted.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(member.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(_ elements: [CanonicalValue], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      element.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }
}
