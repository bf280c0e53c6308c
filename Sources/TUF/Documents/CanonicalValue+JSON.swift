import StrictJSON
import Vocabulary

extension CanonicalValue {
  /// The value of parsed JSON. Throws `tuf-form` for what has no canonical form: numbers that
  /// aren't spelled as integers, and lone surrogates.
  init(_ value: JSONValue) throws(Refusal) {
    switch value.kind {
    case .object: self = try Self.object(of: value)
    case .array:
      var elements: [CanonicalValue] = []
      for element in value.elements { elements.append(try CanonicalValue(element)) }
      self = .array(elements)
    case .string:
      self = .string(
        try asRefusal(.tufForm, "a string") { () throws(JSONFault) in
          try value.string()
        })
    case .number: self = try Self.integer(of: value)
    case .bool: self = .bool(value.token.count == "true".count)
    case .null: self = .null
    }
  }

  private static func object(of value: JSONValue) throws(Refusal) -> CanonicalValue {
    var members: [(name: String, value: CanonicalValue)] = []
    for (_, member) in value.members {
      guard let name = member.nameBytes.flatMap({ String(validating: $0, as: UTF8.self) }) else {
        throw Refusal(.tufForm, "at byte \(member.offset): a name with a lone surrogate")
      }
      members.append((name, try CanonicalValue(member)))
    }
    return .object(members)
  }

  private static func integer(of value: JSONValue) throws(Refusal) -> CanonicalValue {
    let digits = String(decoding: value.token, as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) else {
      throw Refusal(.tufForm, "at byte \(value.offset): a number that isn't an integer")
    }
    return .integer(digits: digits == "-0" ? "0" : digits)
  }
}
