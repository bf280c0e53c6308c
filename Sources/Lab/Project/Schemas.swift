import Store
import Vocabulary

/// The schemas and guidelines of one project in lab.sqlite, for the length of one transaction.
struct Schemas {
  let sql: SQL
  let project: ID

  private static let columns = "version, hash, own, leaving"

  func version(_ version: Int64) throws -> SchemaRecord? {
    try sql.first(
      "SELECT \(Self.columns) FROM schemas WHERE project = ? AND version = ?",
      .bytes(project), .integer(version)
    ).map(Self.record)
  }

  func all() throws -> [SchemaRecord] {
    try sql.rows(
      "SELECT \(Self.columns) FROM schemas WHERE project = ? ORDER BY version", .bytes(project)
    ).map(Self.record)
  }

  func put(_ record: SchemaRecord) throws {
    try sql.run(
      "INSERT OR REPLACE INTO schemas (project, \(Self.columns)) VALUES (?, ?, ?, ?, ?)",
      .bytes(project), .integer(record.version), .bytes(record.hash), .blob(record.own),
      .blob(record.leaving))
  }

  func putGuidelines(_ hash: Digest, _ bytes: [UInt8]) throws {
    try sql.run(
      "INSERT OR IGNORE INTO guidelines (project, hash, bytes) VALUES (?, ?, ?)",
      .bytes(project), .bytes(hash), .blob(bytes))
  }

  func guidelines(_ hash: Digest) throws -> [UInt8]? {
    try sql.first(
      "SELECT bytes FROM guidelines WHERE project = ? AND hash = ?", .bytes(project), .bytes(hash)
    )?.blob(0)
  }

  func guidelinesHashes() throws -> Set<Digest> {
    Set(
      try sql.rows("SELECT hash FROM guidelines WHERE project = ?", .bytes(project)).map {
        try $0.digest(0)
      })
  }

  private static func record(_ row: SQLRow) throws -> SchemaRecord {
    SchemaRecord(
      version: try row.integer(0), hash: try row.digest(1), own: try row.blob(2),
      leaving: try row.blob(3))
  }
}
