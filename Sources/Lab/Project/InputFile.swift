import Cryptography
import Glibc
import Store
import Vocabulary

/// Files that a person names. What is wrong with one is bad input, in one line.
enum InputFile {
  /// All bytes of a file, at most `limit`; a link is followed, since the person gave it.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
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
  static func open(_ path: String) throws(Failure) -> any ByteSource {
    try checkKind(path)
    do {
      return try FileSource(path: path)
    } catch {
      throw Failure(.badInput, "\(error)")
    }
  }

  /// Writes a file that a person asked for, in place of one of that name.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
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
