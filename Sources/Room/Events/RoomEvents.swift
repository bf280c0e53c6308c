import AnnotationModel
import Store
import Vocabulary

/// The room-wide events in `room.sqlite`, kept until each project's log has them (design.md, "Who
/// may do what").
///
/// A project's store remembers the number of the newest event that its log has, in the transaction
/// that wrote the leaf: whatever is interrupted, each log gets each event once.
struct RoomEvents {
  let database: EncryptedDatabase

  /// Keeps events for every project.
  func keep(_ events: [RoomEvent]) throws {
    try database.write { sql in
      for event in events {
        let line = Leaf(at: event.at, event: event.event).encoded()
        try sql.run("INSERT INTO events(line) VALUES (?)", .blob(line))
      }
    }
  }

  /// The number of the newest; 0 before the first.
  func newest() throws -> Int64 {
    try database.read { try $0.first("SELECT MAX(id) FROM events")?.optionalInteger(0) } ?? 0
  }

  /// Writes what a project's log hasn't yet into it.
  func deliver(to store: ProjectStore, of project: ID, now: Int64) throws {
    let last = try store.read { try $0.integer(.roomEvent) } ?? 0
    let events = try after(last)
    guard let newest = events.last?.number else { return }
    try store.write { store in
      for (_, event) in events {
        let at = try store.leafTime(now)
        try store.append(
          Leaf(at: at, since: event.at < at ? event.at : nil, event: event.event))
      }
      try store.set(.roomEvent, newest)
    }
    try database.write {
      try $0.run(
        "INSERT OR REPLACE INTO taken VALUES (?, ?)", .blob(project.bytes), .integer(newest))
    }
  }

  /// Forgets what the logs of all these projects have. The newest stays, or its number would be
  /// given again.
  func forget(takenBy projects: [ID]) throws {
    try database.write { sql in
      var oldest = Int64.max
      for project in projects {
        let taken = try sql.first(
          "SELECT event FROM taken WHERE project = ?", .blob(project.bytes))
        oldest = min(oldest, try taken?.integer(0) ?? 0)
      }
      try sql.run(
        "DELETE FROM events WHERE id <= ? AND id < (SELECT MAX(id) FROM events)",
        .integer(oldest))
    }
  }

  private func after(_ number: Int64) throws -> [(number: Int64, event: RoomEvent)] {
    try database.read { sql in
      try sql.rows("SELECT id, line FROM events WHERE id > ? ORDER BY id", .integer(number)).map {
        let leaf = try Leaf(parsing: try $0.blob(1))
        return (try $0.integer(0), RoomEvent(at: leaf.at, leaf.event))
      }
    }
  }
}
