import Cryptography
import Store
import TUF
import Vocabulary

/// The trust root of one project in lab.sqlite: root documents, the keys of the other roles and
/// the identities to which rooms seal results.
struct Roots {
  let sql: SQL
  let project: ID

  /// All root documents, oldest first.
  func files() throws -> [(version: Int64, file: [UInt8])] {
    try sql.rows(
      "SELECT version, file FROM roots WHERE project = ? ORDER BY version", .bytes(project)
    ).map { (try $0.integer(0), try $0.blob(1)) }
  }

  /// The newest one.
  func current() throws -> [UInt8] {
    guard let file = try files().last?.file else {
      throw Failure(
        .refused,
        "the trust root of project \(project) waits for signatures of its holders: root sign it, "
          + "then root accept it")
    }
    return file
  }

  func put(version: Int64, _ file: [UInt8]) throws {
    try sql.run(
      "INSERT INTO roots (project, version, file) VALUES (?, ?, ?)",
      .bytes(project), .integer(version), .blob(file))
  }

  /// The key that signs for a role other than root.
  func key(_ role: Role) throws -> SigningKey {
    let row = try sql.first(
      "SELECT seed FROM role_keys WHERE project = ? AND role = ?",
      .bytes(project), .text(role.rawValue))
    guard var seed = try row?.blob(0) else {
      throw Failure(.refused, "project \(project) has no key for \(role.rawValue)")
    }
    return SigningKey(seed: SecretBytes(wiping: &seed))
  }

  /// Signs with these keys from now on, and opens results with this identity too. Older
  /// identities stay: what is under way is sealed to them.
  func use(_ secrets: RootSecrets, now: Int64) throws {
    for (role, key) in secrets.keys {
      try sql.run(
        "INSERT OR REPLACE INTO role_keys (project, role, seed) VALUES (?, ?, ?)",
        .bytes(project), .text(role.rawValue), .blob(key.seed().revealed()))
    }
    if let identity = secrets.identity {
      try Identities(sql: sql).put(identity, project: project, made: now)
    }
  }

  /// Who signs this project's channels.
  func publisher() throws -> ChannelPublisher {
    try ChannelPublisher(
      rootFile: current(), targets: [key(.targets)], snapshot: [key(.snapshot)],
      timestamp: [key(.timestamp)])
  }
}
