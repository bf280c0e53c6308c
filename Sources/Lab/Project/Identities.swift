import Cryptography
import Store
import Vocabulary

/// The age identities that open results, in lab.sqlite.
struct Identities {
  let sql: SQL

  /// The identities of a project, newest first; of all projects where nil.
  func all(of project: ID? = nil) throws -> [AgeIdentity] {
    let rows =
      if let project {
        try sql.rows(
          "SELECT secret FROM identities WHERE project = ? ORDER BY made DESC", .bytes(project))
      } else {
        try sql.rows("SELECT secret FROM identities ORDER BY made, recipient")
      }
    return try rows.map { row in
      var text = try row.blob(0)
      return try AgeIdentity(text: SecretBytes(wiping: &text))
    }
  }

  /// Those that open what comes up now, newest first: not those that were replaced and that no room
  /// seals to any more.
  func open(of project: ID) throws -> [AgeIdentity] {
    try sql.rows(
      "SELECT secret FROM identities WHERE project = ? AND retired IS NULL ORDER BY made DESC",
      .bytes(project)
    ).map { row in
      var text = try row.blob(0)
      return try AgeIdentity(text: SecretBytes(wiping: &text))
    }
  }

  func put(_ identity: AgeIdentity, project: ID, made: Int64) throws {
    try sql.run(
      "INSERT INTO identities (recipient, project, secret, made) VALUES (?, ?, ?, ?)",
      .text(identity.recipient.text), .bytes(project), .blob(identity.secretText().revealed()),
      .integer(made))
  }
}
