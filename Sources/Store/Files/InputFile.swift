public import Cryptography
import Glibc
public import Vocabulary

/// Files that a person names on a command line. What is wrong with one is said in one line.
public enum InputFile {
  /// All bytes of a file, at most `limit`; a link is followed, since the person gave it.
  ///
  /// Throws `Failure` (bad input) for a file that can't be read, is a folder or is larger.
  public static func read(
    _ path: String, limit: some BinaryInteger
  ) throws(Failure) -> [UInt8] {
    do {
      return try open(path).readAll(limit: Int64(limit))
    } catch let failure as Failure {
      throw failure
    } catch is Refusal {
      throw Failure(.badInput, "\(path): is larger than \(limit) bytes")
    } catch {
      throw Failure(.badInput, "\(error)")
    }
  }

  /// The file from its first byte.
  ///
  /// Throws `Failure` (bad input) for a file that can't be opened, or a folder.
  public static func open(_ path: String) throws(Failure) -> any ByteSource {
    try checkKind(path)
    do {
      return try FileSource(path: path)
    } catch {
      throw Failure(.badInput, "\(error)")
    }
  }

  /// Writes a file that a person asked for, in place of one of that name, its owner's alone.
  ///
  /// Throws `Failure` (refused) where it can't be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      try PrivateFile.write(bytes, to: path, replace: true)
    } catch {
      throw Failure(.refused, error.description)
    }
  }

  /// Said before opening, since reading a folder fails in words that help nobody.
  private static func checkKind(_ path: String) throws(Failure) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw Failure(.badInput, FileError("open", path).description)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(.badInput, "\(path): is a folder, a file is expected")
    }
  }
}
