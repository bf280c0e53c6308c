import BundleFormat
import Cryptography
import Store
import TUF
import Vocabulary

/// A rotation as lab.sqlite has it: what it set out to replace. How far it is, is never stored but
/// read from what holds now, so that it can't call itself done while an old key still verifies.
struct RotationRecord {
  let id: Int64
  let project: ID
  let number: Int64
  let began: Int64
  let done: Int64?

  /// The lab's own keys in a root, by kind.
  struct LabKey: Equatable {
    let kind: String
    let key: String
  }

  /// What the lab itself holds under `root`: one key of each role but root, and result recipients.
  static func labKeys(of root: RootDocument) -> [LabKey] {
    let roles = [Role.targets, .snapshot, .timestamp].flatMap { role in
      root.keys(of: role).keys.values.map { LabKey(kind: role.rawValue, key: $0.hex) }
    }
    return roles + root.seal.map { LabKey(kind: resultKind, key: $0.text) }
  }

  static let resultKind = "result"
  static let roomKind = "room"
}

/// Rows of rotations, for the length of one transaction.
struct RotationRows {
  let sql: SQL

  private static let columns = "SELECT id, project, number, began, done FROM rotations"

  func all(of project: ID) throws -> [RotationRecord] {
    try sql.rows("\(Self.columns) WHERE project = ? ORDER BY number", .bytes(project))
      .map(Self.record)
  }

  func open() throws -> [RotationRecord] {
    try sql.rows("\(Self.columns) WHERE done IS NULL ORDER BY id").map(Self.record)
  }

  func insert(project: ID, began: Int64) throws -> RotationRecord {
    let number = Int64(try all(of: project).count) + 1
    try sql.run(
      "INSERT INTO rotations (project, number, began) VALUES (?, ?, ?)", .bytes(project),
      .integer(number), .integer(began))
    guard let record = try all(of: project).last else {
      throw StoreFailure(.failed, path: "lab.sqlite", detail: "a rotation was not kept")
    }
    return record
  }

  func insert(_ key: RotationRecord.LabKey, channel: ID?, of rotation: RotationRecord) throws {
    try sql.run(
      "INSERT OR IGNORE INTO rotation_keys (rotation, kind, key, channel) VALUES (?, ?, ?, ?)",
      .integer(rotation.id), .text(key.kind), .text(key.key), .bytes(channel))
  }

  /// The keys of a rotation, the lab's first; a room's with its channel.
  func keys(
    of rotation: RotationRecord
  ) throws -> [(key: RotationRecord.LabKey, channel: ID?)] {
    try sql.rows(
      """
      SELECT kind, key, channel FROM rotation_keys WHERE rotation = ?
      ORDER BY channel IS NOT NULL, kind, key
      """, .integer(rotation.id)
    ).map { row in
      (.init(kind: try row.text(0), key: try row.text(1)), try row.optionalID(2))
    }
  }

  /// The sequences of its orders, by channel.
  func orders(of rotation: RotationRecord) throws -> [ID: Int64] {
    let rows = try sql.rows(
      "SELECT channel, sequence FROM rotation_orders WHERE rotation = ?", .integer(rotation.id))
    return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id(0), try $0.integer(1)) })
  }

  func putOrder(_ sequence: Int64, channel: ID, of rotation: RotationRecord) throws {
    try sql.run(
      "INSERT INTO rotation_orders (rotation, channel, sequence) VALUES (?, ?, ?)",
      .integer(rotation.id), .bytes(channel), .integer(sequence))
  }

  func finish(_ rotation: RotationRecord, at time: Int64) throws {
    try sql.run(
      "UPDATE rotations SET done = ? WHERE id = ?", .integer(time), .integer(rotation.id))
    // Kept for auditors and for what was taken in, but nothing that comes up is opened with it.
    try sql.run(
      """
      UPDATE identities SET retired = ? WHERE recipient IN
      (SELECT key FROM rotation_keys WHERE rotation = ? AND kind = ?)
      """,
      .integer(time), .integer(rotation.id), .text(RotationRecord.resultKind))
  }

  private static func record(_ row: SQLRow) throws -> RotationRecord {
    RotationRecord(
      id: try row.integer(0), project: try row.id(1), number: try row.integer(2),
      began: try row.integer(3), done: try row.optionalInteger(4))
  }
}
