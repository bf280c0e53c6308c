import Cryptography
import Store
import Vocabulary

/// What a channel's archives showed that a person should look at, in lab.sqlite, for the length of
/// one transaction.
struct Findings {
  let sql: SQL
  let channel: ID

  /// Keeps a finding of an archive that was taken in.
  func put(_ finding: Finding, at: Int64) throws {
    try put(finding.code, finding.why, at: at)
  }

  /// Keeps what contradicts: the note, and the archive where it is in the archive store.
  func put(_ refusal: Refusal, note: [UInt8], archive: Digest?, at: Int64) throws {
    guard try !holds(note) else { return }
    try put(refusal.code.rawValue, refusal.why, note: note, archive: archive, at: at)
  }

  /// Whether that note was kept as evidence.
  func holds(_ note: [UInt8]) throws -> Bool {
    try sql.first(
      "SELECT 1 FROM findings WHERE channel = ? AND note = ?", .bytes(channel), .blob(note)) != nil
  }

  private func put(
    _ code: String, _ why: String, note: [UInt8]? = nil, archive: Digest? = nil, at: Int64
  ) throws {
    try sql.run(
      "INSERT INTO findings (channel, at, code, why, note, archive) VALUES (?, ?, ?, ?, ?, ?)",
      .bytes(channel), .integer(at), .text(code), .text(why), note.map { .blob($0) } ?? .null,
      .bytes(archive))
  }
}
