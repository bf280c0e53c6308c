import Cryptography
import Store
import Vocabulary

/// The tasks.jsonl of a bundle, read out of lab.sqlite line by line, so that a bundle of any size
/// is sealed in the memory of its longest line.
final class TaskLines: ByteSource {
  private let sql: SQL
  private let channel: ID
  private let sequence: Int64
  private var place: Int64 = 0
  private var line: [UInt8] = []
  private var start = 0

  init(_ sql: SQL, channel: ID, sequence: Int64) {
    self.sql = sql
    self.channel = channel
    self.sequence = sequence
  }

  func read(into buffer: inout [UInt8]) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      if start == line.count, try !next() { break }
      let count = min(buffer.count - filled, line.count - start)
      buffer.replaceSubrange(filled..<(filled + count), with: line[start..<(start + count)])
      filled += count
      start += count
    }
    return filled
  }

  /// Takes the next line with its LF; false after the last.
  private func next() throws -> Bool {
    let row = try sql.first(
      "SELECT line FROM tasks WHERE channel = ? AND sequence = ? AND place = ?",
      .bytes(channel), .integer(sequence), .integer(place))
    guard let row else { return false }
    line = try row.blob(0)
    line.append(0x0A)
    start = 0
    place += 1
    return true
  }
}
