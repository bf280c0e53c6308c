public import Vocabulary

/// A value of one column or parameter.
public enum SQLValue: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// An identifier or hash, as its bytes.
  public static func bytes(_ value: some FixedBytes) -> SQLValue { .blob(value.bytes) }

  /// An identifier or hash as its bytes, or null.
  public static func bytes(_ value: (some FixedBytes)?) -> SQLValue {
    value.map { .blob($0.bytes) } ?? .null
  }

  /// A truth as 1 or 0.
  public static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }

  /// The number, or null.
  public static func optional(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }

  /// The text, or null.
  public static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }

  /// The bytes, or null.
  public static func optional(_ value: [UInt8]?) -> SQLValue { value.map { .blob($0) } ?? .null }
}

/// Literals stand for themselves: `nil` for null, `5` for an integer, and so on.
extension SQLValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByFloatLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
}
