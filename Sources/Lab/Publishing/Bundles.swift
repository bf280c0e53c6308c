import Store
import Vocabulary

/// Bundles in lab.sqlite, for the length of one transaction.
struct Bundles {
  let sql: SQL
  let channel: ID

  private static let columns = """
    channel, sequence, manifest, hash, made, target, version, guidelines, body, tasks,
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
      values += rest + [.integer(version), .bytes(guidelines), .null, .integer(count)]
    case .order(let body):
      values += rest + [.null, .null, .blob(body), 0]
    }
    values += [
      .bytes(bundle.sealed?.sha256), .optional(bundle.sealed?.size),
      .optional(bundle.sealed?.recipient),
    ]
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try sql.run("INSERT OR REPLACE INTO bundles (\(Self.columns)) VALUES (\(marks))", values)
  }

  private static func record(_ row: SQLRow) throws -> BundleRecord {
    let content: BundleRecord.Content
    if let body = try row.optionalBlob(8) {
      content = .order(body)
    } else {
      content = .tasks(
        count: try row.integer(9), version: try row.integer(6), guidelines: try row.digest(7))
    }
    return BundleRecord(
      channel: try row.id(0), sequence: try row.integer(1), content: content,
      manifest: try row.blob(2), hash: try row.digest(3), made: try row.integer(4),
      target: try row.text(5), sealed: try sealed(row))
  }

  private static func sealed(_ row: SQLRow) throws -> BundleRecord.Sealed? {
    guard let sha256 = try row.optionalDigest(10) else { return nil }
    return BundleRecord.Sealed(
      sha256: sha256, size: try row.integer(11), recipient: try row.text(12))
  }
}
