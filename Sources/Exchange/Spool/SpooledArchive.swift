public import Cryptography
public import Vocabulary

/// A result archive whose private copy has the hash that its signed note gives it. Only
/// `UpFolder.spool` makes one.
public struct SpooledArchive: Sendable {
  /// Length of the sealed bytes.
  public let length: Int64
  /// Hash of the sealed bytes, as in the note.
  public let sha256: Digest
  private let copy: SpoolFile

  /// Throws `note-digest` unless `copy` has the hash of the note.
  init(_ copy: SpoolFile, sha256: Digest, name: String) throws(Refusal) {
    guard copy.sha256 == sha256 else {
      throw Refusal(.noteDigest, "\(name) has another SHA-256 than its note says")
    }
    length = copy.length
    self.sha256 = sha256
    self.copy = copy
  }

  /// The sealed bytes from the start; several may read at once.
  public func source() -> any ByteSource { copy.source() }
}
