import Vocabulary

/// The reasons for which the lab refuses what comes up: codes of the exchange vectors, and a few
/// for what these have no name for.
enum Reason {
  static let noteChannel: Refusal.Code = "note-channel"
  static let noteDigest: Refusal.Code = "note-digest"
  static let notePrevious: Refusal.Code = "note-previous"
  static let noteSequence: Refusal.Code = "note-sequence"
  static let equivocation: Refusal.Code = "equivocation"
  static let manifestBinding: Refusal.Code = "manifest-binding"
  static let manifestEpoch: Refusal.Code = "manifest-epoch"
  static let logCount: Refusal.Code = "log-count"
  static let logFork: Refusal.Code = "log-fork"
  static let logGap: Refusal.Code = "log-gap"
  static let leafAt: Refusal.Code = "leaf-at"
  /// A leaf that is none.
  static let leafForm: Refusal.Code = "leaf-form"
  static let root: Refusal.Code = "root"
  static let actLog: Refusal.Code = "act-log"
  static let actMissing: Refusal.Code = "act-missing"
  static let actPerson: Refusal.Code = "act-person"
  static let actSignature: Refusal.Code = "act-signature"
  static let actTask: Refusal.Code = "act-task"
  /// A body that no leaf of the archive names.
  static let actExtra: Refusal.Code = "act-extra"
  static let personRecovered: Refusal.Code = "person-recovered"
  /// A second life of a channel's log, which waits for a person's word.
  static let epochWaiting: Refusal.Code = "epoch-waiting"
  /// A life of a channel's log that ended when the lab accepted a later one.
  static let epochClosed: Refusal.Code = "epoch-closed"
  /// Something of a room that the lab has revoked: kept, and counted in nothing.
  static let roomRevoked: Refusal.Code = "room-revoked"
  static let size: Refusal.Code = "size"
}
