import Store
import Vocabulary

extension CustodianStore {
  /// Projects that were destroyed here, the newest first.
  func tombstones() throws -> [Tombstone] {
    try database.read {
      try $0.rows(
        "SELECT project, channel, codename, at, sequence, size, root FROM tombstones "
          + "ORDER BY at DESC"
      ).map(Self.tombstone)
    }
  }

  /// Puts a tombstone in the project's place, in one transaction: its granted part is forgotten.
  func bury(_ tombstone: Tombstone) throws {
    try database.write {
      try $0.run(
        "INSERT INTO tombstones VALUES (?, ?, ?, ?, ?, ?, ?)", .blob(tombstone.project.bytes),
        .blob(tombstone.channel.bytes), .text(tombstone.codename), .integer(tombstone.at),
        tombstone.order.map { .integer($0) } ?? .null, .integer(tombstone.size),
        .blob(tombstone.root.bytes))
      let project = SQLValue.blob(tombstone.project.bytes)
      try $0.run("DELETE FROM projects WHERE project = ?", project)
      try $0.run("DELETE FROM grants WHERE project = ?", project)
      try $0.run("DELETE FROM seals WHERE channel = ?", .blob(tombstone.channel.bytes))
    }
  }

  private static func tombstone(_ row: SQLRow) throws -> Tombstone {
    try Tombstone(
      project: row.id(0), channel: row.id(1), codename: row.text(2), at: row.integer(3),
      order: row.optionalInteger(4), size: row.integer(5), root: row.digest(6))
  }
}
