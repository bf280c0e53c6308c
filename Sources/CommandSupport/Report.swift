/// What a command tells: a tree that becomes one JSON object or lines for people.
public indirect enum Report: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A finite number; anything else becomes null, which is what JSON has for it.
  case number(Double)
  case text(String)
  /// A JSON token that stands as it is.
  case token([UInt8])
  case list([Report])
  /// Members in the order in which they are shown.
  case object([Member])

  /// One named member of an object.
  public struct Member: Sendable, Equatable {
    /// The member's name.
    public let name: String
    /// The member's value.
    public let value: Report
    /// A member `name` with its value.
    public init(_ name: String, _ value: Report) {
      self.name = name
      self.value = value
    }
  }

  /// An object from names and values, in their order; a nil value leaves its member out.
  public static func members(_ members: KeyValuePairs<String, Report?>) -> Report {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }
}

extension Report: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// An integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A truth.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
