import AnnotationModel
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// The records of some JSON Lines files, one at a time.
struct RecordFiles {
  let paths: [String]
  /// Told after each record: how many there were.
  let progress: @Sendable (Int64) -> Void

  private static let pieceBytes = 256 << 10

  /// Hands each record and its line to `body`.
  ///
  /// Throws `DocumentFault` with file and line for what is no record, and gives a fault that `body`
  /// throws its place.
  func each(_ body: (JSONDocument, ArraySlice<UInt8>) throws -> Void) throws {
    var total: Int64 = 0
    for path in paths {
      let before = total
      try read(path) { record, line in
        try body(record, line)
        total += 1
        progress(total)
      }
      guard total > before else {
        throw Failure(.badInput, "\(path): is empty, at least one record is expected")
      }
    }
  }

  private func read(
    _ path: String, _ body: (JSONDocument, ArraySlice<UInt8>) throws -> Void
  ) throws {
    let source = try InputFile.open(path)
    // People's own files may lack the last LF.
    var lines = JSONLines(limit: Limits.record, strict: false)
    var buffer = [UInt8](repeating: 0, count: Self.pieceBytes)
    let take = { (number: Int, line: ArraySlice<UInt8>) throws in
      do {
        try body(JSONDocument(line), line)
      } catch let fault as JSONFault {
        throw DocumentFault(fault).at(file: path, line: number)
      } catch let fault as DocumentFault {
        throw fault.at(file: path, line: number)
      }
    }
    do {
      while case let count = try source.read(into: &buffer), count > 0 {
        try lines.feed(buffer[..<count], each: take)
      }
      try lines.finish(each: take)
    } catch let fault as JSONFault {
      throw DocumentFault(fault).at(file: path)
    } catch let error as FileError {
      throw Failure(.badInput, error.description)
    }
  }
}
