import Cryptography
import Glibc
import Vocabulary

/// Files that a person names on the command line.
enum InputFile {
  /// All of a file of at most `limit` bytes; what is wrong with it is bad input.
  static func read(_ path: String, limit: Int64) throws -> [UInt8] {
    do {
      return try FileSource(path: path).readAll(limit: limit)
    } catch let error as FileError {
      throw Failure(.badInput, error.description)
    } catch is Refusal {
      throw Failure(.badInput, "\(path): is larger than \(limit) bytes")
    }
  }

  /// Writes a file that may be carried away, in place of one that is there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      let part = "\(path).part"
      unsafe unlink(part)
      let sink = try FileSink(path: part, mode: 0o644)
      try sink.write(bytes[...])
      try sink.finish()
      guard unsafe rename(part, path) == 0 else { throw FileError("rename", path) }
    } catch let error as FileError {
      throw Failure(.refused, error.description)
    }
  }
}
