import Cryptography
import Store
import TUF
import Vocabulary

/// The root of a project that waits for signatures, with its new secrets, in lab.sqlite.
struct RootDrafts {
  let sql: SQL
  let project: ID

  /// The tables.
  static let migration = Migration(
    name: "root-drafts/1",
    statements: [
      """
      CREATE TABLE root_drafts (
        project BLOB PRIMARY KEY REFERENCES projects, file BLOB NOT NULL, identity BLOB
      ) STRICT
      """,
      """
      CREATE TABLE root_draft_keys (
        project BLOB NOT NULL REFERENCES projects, role TEXT NOT NULL, seed BLOB NOT NULL,
        PRIMARY KEY (project, role)
      ) STRICT
      """,
    ])

  /// The file with the signatures so far; nil where no root waits.
  func file() throws -> [UInt8]? {
    try sql.first("SELECT file FROM root_drafts WHERE project = ?", .bytes(project))?.blob(0)
  }

  /// Begins to wait for a root.
  func put(_ file: [UInt8], _ secrets: RootSecrets) throws {
    try sql.run(
      "INSERT INTO root_drafts (project, file, identity) VALUES (?, ?, ?)", .bytes(project),
      .blob(file), secrets.identity.map { .blob($0.secretText().revealed()) } ?? .null)
    for (role, key) in secrets.keys {
      try sql.run(
        "INSERT INTO root_draft_keys (project, role, seed) VALUES (?, ?, ?)",
        .bytes(project), .text(role.rawValue), .blob(key.seed().revealed()))
    }
  }

  /// Keeps more signatures.
  func update(_ file: [UInt8]) throws {
    try sql.run(
      "UPDATE root_drafts SET file = ? WHERE project = ?", .blob(file), .bytes(project))
  }

  /// The new secrets of the root that waits.
  func secrets() throws -> RootSecrets {
    var secrets = RootSecrets(keys: [], identity: nil)
    let rows = try sql.rows(
      "SELECT role, seed FROM root_draft_keys WHERE project = ? ORDER BY role", .bytes(project))
    for row in rows {
      guard let role = Role(rawValue: try row.text(0)) else { continue }
      var seed = try row.blob(1)
      secrets.keys.append((role, SigningKey(seed: SecretBytes(wiping: &seed))))
    }
    let row = try sql.first(
      "SELECT identity FROM root_drafts WHERE project = ?", .bytes(project))
    if var text = try row?.optionalBlob(0) {
      secrets.identity = try AgeIdentity(text: SecretBytes(wiping: &text))
    }
    return secrets
  }

  /// Waits no longer.
  func remove() throws {
    try sql.run("DELETE FROM root_draft_keys WHERE project = ?", .bytes(project))
    try sql.run("DELETE FROM root_drafts WHERE project = ?", .bytes(project))
  }
}
