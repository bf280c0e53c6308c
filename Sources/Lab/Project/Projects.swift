import Store
import Vocabulary

/// Projects in lab.sqlite, for the length of one transaction.
struct Projects {
  let sql: SQL

  private static let columns = "id, codename, made, version, guidelines"

  func all() throws -> [ProjectRecord] {
    try sql.rows("SELECT \(Self.columns) FROM projects ORDER BY made, id").map(Self.record)
  }

  /// The project of that id or codename.
  ///
  /// Throws `Failure` (bad input), naming the projects there are.
  func named(_ name: String) throws -> ProjectRecord {
    let byID = ID(hex: name).map { SQLValue.bytes($0) } ?? .null
    let row = try sql.first(
      "SELECT \(Self.columns) FROM projects WHERE id = ? OR codename = ?", byID, .text(name))
    if let row { return try Self.record(row) }
    let known = try all().map(\.codename).joined(separator: ", ")
    throw Failure(
      .badInput,
      "no project \(name) in this lab; there is \(known.isEmpty ? "none yet" : known)")
  }

  func hasCodename(_ codename: String) throws -> Bool {
    try sql.first("SELECT 1 FROM projects WHERE codename = ?", .text(codename)) != nil
  }

  func insert(_ record: ProjectRecord) throws {
    try sql.run(
      "INSERT INTO projects (\(Self.columns)) VALUES (?, ?, ?, ?, ?)",
      .bytes(record.id), .text(record.codename), .integer(record.made), .integer(record.version),
      .bytes(record.guidelines))
  }

  /// Makes a version of the schema and guidelines the newest.
  func update(_ id: ID, version: Int64, guidelines: Digest) throws {
    try sql.run(
      "UPDATE projects SET version = ?, guidelines = ? WHERE id = ?",
      .integer(version), .bytes(guidelines), .bytes(id))
  }

  private static func record(_ row: SQLRow) throws -> ProjectRecord {
    ProjectRecord(
      id: try row.id(0), codename: try row.text(1), made: try row.integer(2),
      version: try row.integer(3), guidelines: try row.digest(4))
  }
}
