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
    let known = try sql.first(
      "SELECT id, run, line FROM records WHERE project = ? AND name = ?",
      .bytes(project), .blob(name.compared))
    guard let known else { return try insert(name, line, run) }
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

  private func insert(_ name: RecordName, _ line: Digest, _ run: Int64) throws -> Found {
    try sql.run(
      "INSERT INTO records (project, name, spelled, line, run) VALUES (?, ?, ?, ?, ?)",
      .bytes(project), .blob(name.compared), .blob(name.spelled), .bytes(line), .integer(run))
    guard let row = try sql.first("SELECT last_insert_rowid()") else {
      throw StoreFailure(.failed, path: "lab.sqlite", detail: "a record got no number")
    }
    return Found(id: try row.integer(0), channels: [], isChanged: false)
  }
}
