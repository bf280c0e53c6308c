public import Vocabulary

/// Reasons for which files on a stick are refused (codes of the exchange vectors).
extension Refusal.Code {
  /// Signed metadata lists a file that isn't on the stick.
  public static let targetMissing: Self = "target-missing"
  /// A file whose length or hash differs from what signed metadata says.
  public static let targetHash: Self = "target-hash"
  /// An archive whose hash differs from what its signed note says.
  public static let noteDigest: Self = "note-digest"
  /// A note without its archive.
  public static let archiveMissing: Self = "archive-missing"
}
