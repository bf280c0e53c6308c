public import Vocabulary

/// What a refusal means for whoever carries the stick: what is wrong, whether anything is lost, whom
/// to tell. The code is for the lab.
public struct RefusalAdvice: Sendable, Equatable {
  /// What is wrong, as one sentence.
  public let wrong: String
  /// Whether anything is lost, as one sentence.
  public let loss: String
  /// What to do and whom to tell, as one sentence.
  public let tell: String

  /// Who reads it.
  public enum Reader: Sendable {
    /// A room's custodian.
    case room
    /// Whoever takes sticks in at the lab.
    case lab
  }

  /// The advice for a reason; for one that isn't known here the safest there is.
  public init(_ code: Refusal.Code, for reader: Reader = .room) {
    let kind = Self.kinds[code.rawValue] ?? .unknown
    self = reader == .lab ? kind.adviceAtLab : kind.advice
  }

  /// Whether the reason has advice of its own.
  public static func knows(_ code: Refusal.Code) -> Bool { kinds[code.rawValue] != nil }

  /// The line for a refusal: what was found, what it means, what to do, and the code.
  public static func line(for refusal: Refusal, to reader: Reader = .room) -> String {
    let advice = RefusalAdvice(refusal.code, for: reader)
    return "\(advice.wrong) (\(refusal.why)). \(advice.loss) \(advice.tell) "
      + "\(reader == .lab ? "Code:" : "The lab's code for it:") \(refusal.code.rawValue)"
  }

  init(_ wrong: String, _ loss: String, _ tell: String) {
    self.wrong = wrong
    self.loss = loss
    self.tell = tell
  }
}
