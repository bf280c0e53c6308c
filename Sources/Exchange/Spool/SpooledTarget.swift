public import Cryptography
public import TUF
import Vocabulary

/// A target whose private copy has the length and hash that signed metadata gives it. Only
/// `DownFolder.spool` makes one, from the copy, so whatever happens to the stick afterwards is
/// harmless.
public struct SpooledTarget: Sendable {
  /// What the metadata says.
  public let file: TargetFile
  private let copy: SpoolFile

  /// Throws `target-hash` unless `copy` is what the metadata says.
  init(_ file: TargetFile, _ copy: SpoolFile) throws(Refusal) {
    guard copy.length == file.length else {
      throw Refusal(
        .targetHash, "\(file.path) has \(copy.length) bytes, not the \(file.length) signed for")
    }
    guard copy.sha256 == file.sha256 else {
      throw Refusal(.targetHash, "\(file.path) has another SHA-256 than the signed one")
    }
    self.file = file
    self.copy = copy
  }

  /// The sealed bytes from the start; several may read at once.
  public func source() -> any ByteSource { copy.source() }
}
