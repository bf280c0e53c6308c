public import Vocabulary

extension ProjectTransaction {
  /// Keeps a schema. One version has one schema: another one under the same number is refused.
  public func insertSchema(hash: Digest, version: Int64, body: [UInt8]) throws {
    let row = try sql.first("SELECT hash FROM schemas WHERE version = ?", .integer(version))
    if let row {
      guard try row.digest(0) == hash else {
        throw Refusal(
          "schema-version",
          "version \(version) of the project's schema came twice with different content")
      }
      return
    }
    try sql.run(
      "INSERT INTO schemas VALUES (?, ?, ?)", .blob(hash.bytes), .integer(version), .blob(body))
  }

  /// The schema of that hash, as the bytes that came.
  public func schema(_ hash: Digest) throws -> [UInt8]? {
    try sql.first("SELECT body FROM schemas WHERE hash = ?", .blob(hash.bytes))?.blob(0)
  }

  /// The newest schema.
  public func newestSchema() throws -> (hash: Digest, body: [UInt8])? {
    let row = try sql.first("SELECT hash, body FROM schemas ORDER BY version DESC LIMIT 1")
    return try row.map { (try $0.digest(0), try $0.blob(1)) }
  }

  /// Keeps an image.
  public func insertAsset(hash: Digest, body: [UInt8]) throws {
    try sql.run("INSERT OR IGNORE INTO assets VALUES (?, ?)", .blob(hash.bytes), .blob(body))
  }

  /// The image of that hash.
  public func asset(_ hash: Digest) throws -> [UInt8]? {
    try sql.first("SELECT body FROM assets WHERE hash = ?", .blob(hash.bytes))?.blob(0)
  }
}
