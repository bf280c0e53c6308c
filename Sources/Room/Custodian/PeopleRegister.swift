import Cryptography
import Store
import Vocabulary

/// `room.sqlite`: who may sign in. Everyone with a grant can read it; it holds no secret.
struct PeopleRegister: Sendable {
  private let database: EncryptedDatabase

  init(path: String, key: borrowing SecretBytes, create: Bool) throws {
    database = try EncryptedDatabase(
      path: path, key: key, create: create, migrations: RoomTables.migrations)
  }

  /// Room-wide events on their way into the projects' logs.
  var events: RoomEvents { RoomEvents(database: database) }

  func insert(name: String, who: String, recipient: AgeRecipient) throws {
    try database.write {
      try $0.run(
        "INSERT INTO people VALUES (?, ?, 'contractor', ?)", .text(name), .text(who),
        .text(recipient.text))
    }
  }

  /// Replaces the recipient of somebody who is in the register.
  func update(name: String, recipient: AgeRecipient) throws {
    try database.write {
      try $0.run(
        "UPDATE people SET recipient = ? WHERE name = ?", .text(recipient.text), .text(name))
    }
  }

  /// The age recipient to which a person's grants are sealed; nil for nobody.
  func recipient(of name: String) throws -> AgeRecipient? {
    let row = try database.read {
      try $0.first("SELECT recipient FROM people WHERE name = ?", .text(name))
    }
    return try row.map { try AgeRecipient(try $0.text(0)) }
  }

  /// Everybody's name, in the order of the alphabet.
  func names() throws -> [String] {
    try database.read {
      try $0.rows("SELECT name FROM people ORDER BY name").map { try $0.text(0) }
    }
  }

  func count() throws -> Int {
    Int(try database.read { try $0.first("SELECT COUNT(*) FROM people")?.integer(0) } ?? 0)
  }

  func close() throws { try database.close() }
}
