import Cryptography
import Store
import Vocabulary

/// Practice tasks of one project in lab.sqlite, for the length of one transaction.
struct Practices {
  let sql: SQL
  let project: ID

  /// Keeps the project's practice.jsonl in place of the one before; nil where it has none now.
  func put(_ source: PracticeSource?) throws {
    try sql.run("DELETE FROM practice WHERE project = ?", .bytes(project))
    guard let source else { return }
    try sql.run(
      "INSERT INTO practice (project, hash, file, bytes) VALUES (?, ?, ?, ?)", .bytes(project),
      .bytes(SHA256.hash(source.bytes)), .text(source.file), .blob(source.bytes))
  }

  /// The project's practice.jsonl; nil where a channel has had it, and where there is none.
  func due(to channel: ID) throws -> PracticeSource? {
    try sql.first(
      """
      SELECT file, bytes FROM practice WHERE project = ? AND hash NOT IN
        (SELECT hash FROM practice_sent WHERE channel = ?)
      """, .bytes(project), .bytes(channel)
    ).map { try PracticeSource(file: $0.text(0), bytes: $0.blob(1)) }
  }

  /// Writes down which lines went to a channel with which bundle.
  func putSent(_ lines: [[UInt8]], to channel: ID, sequence: Int64) throws {
    for (place, line) in lines.enumerated() {
      try sql.run(
        """
        INSERT INTO practice_tasks (hash, channel, sequence, place, line) VALUES (?, ?, ?, ?, ?)
        """,
        .bytes(SHA256.hash(line)), .bytes(channel), .integer(sequence), .integer(Int64(place)),
        .blob(line))
    }
    try sql.run(
      """
      INSERT OR REPLACE INTO practice_sent (channel, hash)
        SELECT ?, hash FROM practice WHERE project = ?
      """, .bytes(channel), .bytes(project))
  }

  /// The practice.jsonl that a bundle brings.
  static func file(_ sql: SQL, channel: ID, sequence: Int64) throws -> [UInt8] {
    try sql.rows(
      "SELECT line FROM practice_tasks WHERE channel = ? AND sequence = ? ORDER BY place",
      .bytes(channel), .integer(sequence)
    ).reduce(into: []) { file, row in
      file += try row.blob(0)
      file.append(0x0A)
    }
  }
}
