import Glibc
import Store
public import TUF
public import Vocabulary

/// Root files that a person names.
public enum RootFile {
  /// The file's bytes. Throws `Failure` (bad input) where it can't be read.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    try InputFile.read(path, limit: Int(Limits.root))
  }

  /// Whether there is a file at `path`; a folder is none.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// The root at `path` where it bears enough signatures of its own keys; nil where it doesn't, or
  /// nothing is there.
  public static func trusted(_ path: String) throws(Failure) -> RootDocument? {
    guard exists(path) else { return nil }
    let file = try read(path)
    do {
      return try RootDocument(trusting: file)
    } catch {
      guard error.code == .tufSignature else {
        throw Failure(.badInput, "\(path): \(error.why)")
      }
      return nil
    }
  }
}
