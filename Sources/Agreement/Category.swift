/// One value that a rater gave: a number, or the text of an option.
///
/// Texts are compared by their bytes, so that two options which differ only in Unicode form stay
/// two. A number and a text are never equal, `1` and `1.0` are.
public enum Category: Sendable {
  /// A finite number, on whatever scale the question has.
  case number(Double)
  /// An option's value, exactly as it was answered.
  case text(String)
}

extension Category: Hashable {
  public static func == (left: Category, right: Category) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a == b || a.bitPattern == b.bitPattern
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number): hasher.combine(number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}

extension Category: Comparable {
  /// Numbers by size, then texts by their bytes.
  public static func < (left: Category, right: Category) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a < b
    case (.number, .text): true
    case (.text, .number): false
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    }
  }
}

extension Category: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension Category {
  /// The number, where the category is a finite one.
  var finiteNumber: Double? {
    if case .number(let number) = self, number.isFinite { number } else { nil }
  }
}
