import Vocabulary

/// The reasons for which this module refuses a bundle, an archive, a note or a card.
extension Refusal.Code {
  /// Something passes a limit of formats.md, section 9, or a size that was declared.
  static let size: Self = "size"

  static let padding: Self = "padding"
  static let zstdChecksum: Self = "zstd-checksum"
  static let zstdWindow: Self = "zstd-window"
  /// No zstd frame, a damaged one, or one with a dictionary.
  static let zstdFrame: Self = "zstd-frame"

  static let tarHeader: Self = "tar-header"
  static let tarMode: Self = "tar-mode"
  static let tarType: Self = "tar-type"
  static let tarTrailing: Self = "tar-trailing"

  static let path: Self = "path"
  static let pathTwice: Self = "path-twice"
  static let assetName: Self = "asset-name"
  static let entryExtra: Self = "entry-extra"
  static let entryHash: Self = "entry-hash"
  static let entryMissing: Self = "entry-missing"
  static let entryOrder: Self = "entry-order"

  static let manifestKind: Self = "manifest-kind"
  /// A manifest's members don't fit each other.
  static let manifestForm: Self = "manifest-form"
  /// A manifest's range of leaves is empty or runs backwards.
  static let logCount: Self = "log-count"
  /// An order that is unknown or malformed.
  static let order: Self = "order"

  static let noteChannel: Self = "note-channel"
  static let card: Self = "card"
  /// A typed fingerprint that isn't one.
  static let fingerprint: Self = "fingerprint"
}
