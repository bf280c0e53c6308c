public import Vocabulary

/// The reasons for which an age file is refused.
extension Refusal.Code {
  /// The header is not of the form that age v1 gives it, or too long.
  public static let ageHeader: Refusal.Code = "age-header"
  /// A stanza of a kind or number that isn't allowed here, or with wrong arguments.
  public static let ageStanza: Refusal.Code = "age-stanza"
  /// An X25519 share of the wrong length, or of small order.
  public static let ageShare: Refusal.Code = "age-share"
  /// The header was changed.
  public static let ageMAC: Refusal.Code = "age-mac"
  /// The payload was changed, cut or lengthened.
  public static let agePayload: Refusal.Code = "age-payload"
  /// None of the identities, or not this passphrase, opens the file.
  public static let ageNoMatch: Refusal.Code = "age-no-match"
  /// A recipient or an identity is not written as age writes it.
  public static let ageKey: Refusal.Code = "age-key"
}
