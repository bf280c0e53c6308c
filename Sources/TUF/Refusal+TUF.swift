public import Vocabulary

/// Reasons for which metadata is refused (codes of the exchange vectors, and `tuf-form`,
/// `tuf-missing`, `tuf-limit` for what these have no name for).
extension Refusal.Code {
  /// Too few keys of the role signed.
  public static let tufSignature: Self = "tuf-signature"
  /// A key whose name isn't its hash, that isn't Ed25519, is in two roles, or isn't there.
  public static let tufKey: Self = "tuf-key"
  /// A document that says another version than its name or the document that leads to it.
  public static let tufVersion: Self = "tuf-version"
  /// Length or hash differ from what the document that leads to it says.
  public static let tufHash: Self = "tuf-hash"
  /// `expires` isn't after the floor of time.
  public static let tufExpired: Self = "tuf-expired"
  /// A newer document that leads to an older one, or was issued earlier.
  public static let tufRollback: Self = "tuf-rollback"
  /// One version with two contents, both signed.
  public static let tufEquivocation: Self = "tuf-equivocation"
  /// A root without the one before it.
  public static let tufRootGap: Self = "tuf-root-gap"
  /// A document that is JSON but not what TUF and formats.md, section 3, ask for.
  public static let tufForm: Self = "tuf-form"
  /// A document that another one leads to isn't there.
  public static let tufMissing: Self = "tuf-missing"
  /// There is no whole timestamp: nothing was published, or a stick was pulled out meanwhile.
  public static let tufUnfinished: Self = "tuf-unfinished"
  /// More bytes, signatures or roots than are read.
  public static let tufLimit: Self = "tuf-limit"
  /// `x-airlock` is missing or not what its role must have.
  public static let binding: Self = "x-airlock"
  /// Signed metadata of another channel.
  public static let bindingChannel: Self = "x-airlock-channel"
  /// A signed root of another project.
  public static let bindingProject: Self = "x-airlock-project"
  /// A target whose `custom` isn't a manifest's hash and nothing else.
  public static let custom: Self = "custom"
  /// A target whose name isn't 32 hexadecimal digits and `.age`.
  public static let targetName: Self = "target-name"
}
