public import Vocabulary

/// The reasons for which a note or a checkpoint is refused.
extension Refusal.Code {
  /// Not a signed note.
  public static let noteForm: Refusal.Code = "note-form"
  /// Not signed by the key that should have signed, or changed since.
  public static let noteSignature: Refusal.Code = "note-signature"
  /// The text of a note is not a checkpoint.
  public static let checkpointForm: Refusal.Code = "checkpoint-form"
  /// A checkpoint of another log.
  public static let checkpointOrigin: Refusal.Code = "checkpoint-origin"
  /// A checkpoint that the log's key did not sign.
  public static let checkpointSignature: Refusal.Code = "checkpoint-signature"
}
