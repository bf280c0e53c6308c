public import Vocabulary

/// Practice tasks: no part of the queue, and nothing done on them counts.
extension ProjectTransaction {
  /// Keeps a practice task.
  public func insertPractice(
    hash: Digest, line: ArraySlice<UInt8>, schema: Digest, bundle: Int64
  ) throws {
    try sql.run(
      "INSERT INTO practice(hash, line, schema, bundle) VALUES (?, ?, ?, ?)",
      .blob(hash.bytes), .blob(Array(line)), .blob(schema.bytes), .integer(bundle))
  }

  /// The practice tasks of the newest bundle that brought any, in their order; positions count from
  /// 1 among them. `guidelines` are those in force.
  public func practice() throws -> [StoredTask] {
    guard let guidelines = try newestGuidelinesHash() else { return [] }
    let rows = try sql.rows(
      "SELECT hash, line, schema FROM practice "
        + "WHERE bundle = (SELECT max(bundle) FROM practice) ORDER BY position")
    return try rows.enumerated().map { place, row in
      StoredTask(
        position: Int64(place + 1), hash: try row.digest(0), line: try row.blob(1),
        schema: try row.digest(2), guidelines: guidelines)
    }
  }

  /// Whether the project has practice tasks.
  public func hasPractice() throws -> Bool {
    try sql.first("SELECT 1 FROM practice LIMIT 1") != nil
  }

  /// Whether a practice task of this hash came with any bundle.
  public func hasPractice(_ hash: Digest) throws -> Bool {
    try sql.first("SELECT 1 FROM practice WHERE hash = ?", .blob(hash.bytes)) != nil
  }

  /// A practice task of any bundle; its position is 0.
  public func practice(_ hash: Digest) throws -> StoredTask? {
    guard let guidelines = try newestGuidelinesHash() else { return nil }
    return try sql.first(
      "SELECT line, schema FROM practice WHERE hash = ?", .blob(hash.bytes)
    ).map { row in
      StoredTask(
        position: 0, hash: hash, line: try row.blob(0), schema: try row.digest(1),
        guidelines: guidelines)
    }
  }
}
