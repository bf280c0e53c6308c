import Cryptography
import Store
import Vocabulary

/// The tasks.jsonl of a bundle, read out of lab.sqlite line by line, so that a bundle of any size
/// is sealed in the memory of its longest line.
final class TaskLines: ByteSource {
  private let rows: RowCursor
  private var line: [UInt8] = []
  private var start = 0

  init(_ sql: SQL, channel: ID, sequence: Int64) throws {
    rows = try sql.cursor(
      "SELECT line FROM tasks WHERE channel = ? AND sequence = ? ORDER BY place",
      .bytes(channel), .integer(sequence))
  }

  func read(into buffer: inout [UInt8]) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      if start == line.count, try !next() { break }
      let part = line[start...].prefix(buffer.count - filled)
      buffer.copy(part, at: filled)
      filled += part.count
      start += part.count
    }
    return filled
  }

  /// Takes the next line with its LF; false after the last.
  private func next() throws -> Bool {
    guard let row = try rows.next() else { return false }
    line = try row.blob(0)
    line.append(0x0A)
    start = 0
    return true
  }
}
