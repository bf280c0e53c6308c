import Store
import Vocabulary

/// What the custodian's page keeps in `custodian.sqlite`.
extension CustodianStore {
  /// A person's part in a project, as given; whether it still holds, the grant's file says.
  struct GrantRecord {
    let name: String
    let person: ID
    /// Milliseconds since 1970 UTC; nil for one given before this was written down.
    let since: Int64?
  }

  func grants(in project: ID) throws -> [GrantRecord] {
    let rows = try database.read {
      try $0.rows(
        "SELECT name, person, since FROM grants WHERE project = ? ORDER BY name",
        .blob(project.bytes))
    }
    return try rows.map { row in
      GrantRecord(
        name: try row.text(0), person: try row.id(1), since: try row.optionalInteger(2))
    }
  }

  func setGrant(_ name: String, in project: ID, since: Int64?) throws {
    try database.write {
      try $0.run(
        "UPDATE grants SET since = ? WHERE project = ? AND name = ?",
        since.map { .integer($0) } ?? .null, .blob(project.bytes), .text(name))
    }
  }

  /// When each alarm of a project was acknowledged, by its number.
  func acknowledged(in project: ID) throws -> [Int64: Int64] {
    let rows = try database.read {
      try $0.rows("SELECT alarm, at FROM acknowledged WHERE project = ?", .blob(project.bytes))
    }
    return Dictionary(
      try rows.map { (try $0.integer(0), try $0.integer(1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Keeps the first acknowledgement of an alarm.
  func acknowledge(_ alarm: Int64, in project: ID, at: Int64) throws {
    try database.write {
      try $0.run(
        "INSERT OR IGNORE INTO acknowledged VALUES (?, ?, ?)", .blob(project.bytes),
        .integer(alarm), .integer(at))
    }
  }

  /// A yes that nothing else in the room would tell, such as that the card was written.
  func isNoted(_ step: String) throws -> Bool { try meta("step." + step) != nil }

  func note(_ step: String) throws { try setMeta("step." + step, [1]) }
}
