import Store
import Vocabulary

/// Bundles in lab.sqlite, for the length of one transaction.
struct Bundles {
  let sql: SQL
  let channel: ID

  private static let columns = """
    channel, sequence, kind, manifest, hash, made, target, version, guidelines, body, tasks,
    sealed_hash, sealed_size, sealed_to
    """

  /// The bundles after `sequence`, in order.
  func after(_ sequence: Int64) throws -> [BundleRecord] {
    try sql.rows(
      "SELECT \(Self.columns) FROM bundles WHERE channel = ? AND sequence > ? ORDER BY sequence",
      .bytes(channel), .integer(sequence)
    ).map(Self.record)
  }

  /// The hash of the manifest with that sequence.
  func manifest(_ sequence: Int64) throws -> Digest? {
    try sql.first(
      "SELECT hash FROM bundles WHERE channel = ? AND sequence = ?",
      .bytes(channel), .integer(sequence)
    )?.digest(0)
  }

  func put(_ bundle: BundleRecord) throws {
    var values: [SQLValue] = [.bytes(bundle.channel), .integer(bundle.sequence)]
    let rest: [SQLValue] = [
      .blob(bundle.manifest), .bytes(bundle.hash), .integer(bundle.made), .text(bundle.target),
    ]
    switch bundle.content {
    case .tasks(let count, let version, let guidelines):
      values += ["tasks"] + rest
      values += [.integer(version), .bytes(guidelines), .null, .integer(count)]
    case .order(let body):
      values += ["order"] + rest + [.null, .null, .blob(body), 0]
    }
    values += [
      .bytes(bundle.sealed?.sha256), .optional(bundle.sealed?.size),
      .optional(bundle.sealed?.recipient),
    ]
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try sql.run("INSERT OR REPLACE INTO bundles (\(Self.columns)) VALUES (\(marks))", values)
  }

  func putAsset(_ digest: Digest, of sequence: Int64) throws {
    try sql.run(
      "INSERT OR IGNORE INTO bundle_assets (channel, sequence, sha256) VALUES (?, ?, ?)",
      .bytes(channel), .integer(sequence), .bytes(digest))
  }

  /// The images that a bundle brings, in the order of its manifest.
  func assets(of sequence: Int64) throws -> [Digest] {
    try sql.rows(
      "SELECT sha256 FROM bundle_assets WHERE channel = ? AND sequence = ? ORDER BY sha256",
      .bytes(channel), .integer(sequence)
    ).map { try $0.digest(0) }
  }

  private static func record(_ row: SQLRow) throws -> BundleRecord {
    let content: BundleRecord.Content
    if let body = try row.optionalBlob(9) {
      content = .order(body)
    } else {
      content = .tasks(
        count: try row.integer(10), version: try row.integer(7), guidelines: try row.digest(8))
    }
    return BundleRecord(
      channel: try row.id(0), sequence: try row.integer(1), content: content,
      manifest: try row.blob(3), hash: try row.digest(4), made: try row.integer(5),
      target: try row.text(6), sealed: try sealed(row))
  }

  private static func sealed(_ row: SQLRow) throws -> BundleRecord.Sealed? {
    guard let sha256 = try row.optionalDigest(11) else { return nil }
    return BundleRecord.Sealed(
      sha256: sha256, size: try row.integer(12), recipient: try row.text(13))
  }
}
