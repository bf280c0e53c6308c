import Store
import Vocabulary

/// The notes of one log that were verified, in lab.sqlite.
struct Notes {
  let sql: SQL
  let log: Int64

  func find(_ sequence: Int64) throws -> [UInt8]? {
    try sql.first(
      "SELECT note FROM notes WHERE log = ? AND sequence = ?", .integer(log), .integer(sequence)
    )?.blob(0)
  }

  /// The newest archive that was taken in; 0 before the first.
  func newestTaken() throws -> Int64 {
    let row = try sql.first(
      "SELECT max(sequence) FROM checkpoints WHERE log = ?", .integer(log))
    return try row?.optionalInteger(0) ?? 0
  }

  func put(_ sequence: Int64, _ note: [UInt8]) throws {
    try sql.run(
      "INSERT OR IGNORE INTO notes (log, sequence, note) VALUES (?, ?, ?)",
      .integer(log), .integer(sequence), .blob(note))
  }
}
