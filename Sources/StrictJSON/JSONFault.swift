public import Vocabulary

/// What is wrong with a piece of JSON, and where.
///
/// Two faults are equal when code and place are; wording doesn't count.
public struct JSONFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of fault.
  public enum Code: String, Sendable {
    /// Not JSON (RFC 8259).
    case syntax
    /// Not UTF-8, or with a byte order mark.
    case encoding
    /// A member name twice in one object, compared after unescaping.
    case duplicate
    /// Nested deeper than allowed.
    case depth
    /// NaN or an infinity.
    case number
    /// An integer was asked for, and this is none or is out of range.
    case integer
    /// Another kind of value was asked for.
    case type
    /// A member isn't there.
    case missing
    /// A member that this place doesn't know.
    case unknown
    /// The right kind, but not a value allowed here.
    case value
    /// Something after the value.
    case trailing
  }

  public let code: Code
  /// Place in bytes from the start of the document.
  public let offset: Int
  /// JSON Pointer (RFC 6901) to the value, or to the member that is missing or unknown. Characters
  /// that could play tricks on a terminal are written as `\u{…}`.
  public let pointer: String
  /// What was expected, in words of ours.
  public let expected: String
  /// Line of a JSON Lines file, counted from 1; nil where there are no lines.
  public var line: Int?

  /// A fault at `offset` bytes from the start.
  public init(
    _ code: Code, offset: Int, pointer: String, expected: String, line: Int? = nil
  ) {
    self.code = code
    self.offset = offset
    self.pointer = pointer
    self.expected = expected
    self.line = line
  }

  /// The same for a file that came over the gap: its reason code, and no byte of the file.
  public var refusal: Refusal {
    let place = line.map { "line \($0), byte \(offset)" } ?? "byte \(offset)"
    return Refusal(refusalCode, "at \(place): expected \(expected)")
  }

  public var description: String {
    let prefix = line.map { "line \($0): " } ?? ""
    let place = pointer.isEmpty ? "byte \(offset)" : pointer
    return "\(prefix)\(place): expected \(expected)"
  }

  public static func == (left: JSONFault, right: JSONFault) -> Bool {
    left.code == right.code && left.offset == right.offset && left.pointer == right.pointer
      && left.line == right.line
  }

  private var refusalCode: Refusal.Code {
    switch code {
    case .syntax, .trailing: .jsonSyntax
    case .encoding: .jsonEncoding
    case .duplicate: .jsonDuplicate
    case .depth: .jsonDepth
    case .number: .jsonNaN
    case .integer: .jsonInteger
    case .type, .missing, .unknown, .value: .jsonMember
    }
  }
}

extension Refusal.Code {
  /// Not JSON.
  public static let jsonSyntax: Refusal.Code = "json-syntax"
  /// Not UTF-8, or with a byte order mark.
  public static let jsonEncoding: Refusal.Code = "json-encoding"
  /// A member name twice in one object.
  public static let jsonDuplicate: Refusal.Code = "json-duplicate"
  /// Nested too deep.
  public static let jsonDepth: Refusal.Code = "json-depth"
  /// NaN or an infinity.
  public static let jsonNaN: Refusal.Code = "json-nan"
  /// Not an integer, or out of range.
  public static let jsonInteger: Refusal.Code = "json-integer"
  /// A member is missing, unknown, or holds something that it may not hold.
  public static let jsonMember: Refusal.Code = "json-member"
}
