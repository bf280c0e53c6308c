public import Vocabulary

/// The reasons for which an envelope is refused.
extension Refusal.Code {
  /// Not a DSSE envelope.
  public static let dsseForm: Refusal.Code = "dsse-form"
  /// Too few of the known keys have signed it.
  public static let dsseSignature: Refusal.Code = "dsse-signature"
  /// Signed as something else.
  public static let dsseType: Refusal.Code = "dsse-type"
}
