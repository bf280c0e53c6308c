/// Why something from outside was not taken: a code for programs and labs, and a line for people.
///
/// Two refusals are equal when their codes are, so that tests don't hang on wording.
public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The reason, one of the codes that the log, the lab and the vectors use.
  public let code: Code
  /// What is wrong and where, as one line without bytes of the refused file.
  public let why: String

  /// A refusal for the reason `code`; `why` is one line for a person.
  public init(_ code: Code, _ why: String) {
    self.code = code
    self.why = why
  }

  public var description: String { "\(why) (\(code.rawValue))" }

  public static func == (left: Refusal, right: Refusal) -> Bool { left.code == right.code }

  /// A reason code: lowercase words joined by hyphens. Modules add theirs as static members.
  public struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.rawValue = value }
  }
}
