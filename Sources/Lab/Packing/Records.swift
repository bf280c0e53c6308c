import Store
import Vocabulary

/// Records that were packed before, in lab.sqlite.
struct Records {
  let sql: SQL
  let project: ID

  /// A record of this run.
  struct Found {
    let id: Int64
    /// Channels that have had it.
    let channels: Set<ID>
    /// Whether an earlier run packed another line under its name.
    let isChanged: Bool
  }

  /// A number for a run of `pack`, larger than all before.
  func newRun() throws -> Int64 {
    let row = try sql.first("SELECT max(run) FROM records WHERE project = ?", .bytes(project))
    return (try row?.optionalInteger(0) ?? 0) + 1
  }

  /// Takes a record into `run`; nil where this run has had one of that name.
  func take(_ name: RecordName, line: Digest, run: Int64) throws -> Found? {
    // Almost every record is new, so it is put in rather than looked for.
    if let id = try insert(name, line, run) {
      return Found(id: id, channels: [], isChanged: false)
    }
    let known = try sql.first(
      "SELECT id, run, line FROM records WHERE project = ? AND name = ?",
      .bytes(project), .blob(name.compared))
    guard let known else {
      throw StoreFailure(.failed, path: "lab.sqlite", detail: "a record is neither new nor known")
    }
    guard try known.integer(1) != run else { return nil }
    let id = try known.integer(0)
    try sql.run("UPDATE records SET run = ? WHERE id = ?", .integer(run), .integer(id))
    return Found(
      id: id, channels: try Self.channels(of: id, sql), isChanged: try known.digest(2) != line)
  }

  /// Channels that have had a record.
  static func channels(of record: Int64, _ sql: SQL) throws -> Set<ID> {
    Set(
      try sql.rows("SELECT channel FROM tasks WHERE record = ?", .integer(record))
        .map { try $0.id(0) })
  }

  /// The number of a record that is new; nil where one of that name is there.
  private func insert(_ name: RecordName, _ line: Digest, _ run: Int64) throws -> Int64? {
    try sql.run(
      """
      INSERT INTO records (project, name, spelled, line, run) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (project, name) DO NOTHING
      """,
      .bytes(project), .blob(name.compared), .blob(name.spelled), .bytes(line), .integer(run))
    return sql.changes == 1 ? sql.lastInserted : nil
  }
}
