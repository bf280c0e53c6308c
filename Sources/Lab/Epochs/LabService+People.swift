import AnnotationModel
import BundleFormat
import Cryptography
import Store
import StrictJSON
public import Vocabulary

/// A person of a room as the lab knows them: an id, and keys.
public struct PersonStatus: Sendable, Equatable {
  /// The person's id, random for each project and room.
  public let person: ID
  /// The room that they work in.
  public let room: ID
  /// The key that signs their next act, 64 hexadecimal digits.
  public let key: String
  /// Acts that are held, and those among them that count in nothing yet.
  public let acts: Int64
  public let waitingActs: Int64
  /// Whether their key was replaced and nobody has accepted the new one.
  public let isWaiting: Bool
}

/// What `person accept` did.
public struct AcceptedPerson: Sendable, Equatable {
  /// The person's id.
  public let person: ID
  /// The room that they work in.
  public let room: ID
  /// Acts that count from now on, and on how many tasks.
  public let acts: Int64
  public let tasks: Int64
}

extension LabService {
  /// Everybody whom the rooms' present logs have introduced.
  public func people(of project: String) throws -> [PersonStatus] {
    try database.read { sql in
      let project = try Projects(sql: sql).named(project)
      return try sql.rows(
        """
        SELECT persons.person, room, persons.key, persons.waiting,
          (SELECT count(*) FROM acts JOIN logs l ON l.id = acts.log
           WHERE l.channel = channels.id AND acts.person = persons.person),
          (SELECT count(*) FROM acts WHERE acts.log = persons.log
           AND acts.person = persons.person AND acts.waiting = 1)
        FROM persons JOIN logs ON logs.id = persons.log
        JOIN channels ON channels.id = logs.channel
        WHERE project = ? AND logs.state = 'current' ORDER BY room, persons.person
        """, .bytes(project.id)
      ).map { row in
        PersonStatus(
          person: try row.id(0), room: try row.id(1), key: Hex.encoded(try row.blob(2)),
          acts: try row.integer(4), waitingActs: try row.integer(5),
          isWaiting: try row.flag(3))
      }
    }
  }

  /// Takes a person's new key as theirs: what they did with it counts.
  ///
  /// `name` is the person's id or the beginning of one. Throws `Failure` where it fits nobody or
  /// several, and where that person doesn't wait.
  public func acceptPerson(_ name: String, project: String) throws -> AcceptedPerson {
    let found = try people(of: project).filter {
      $0.person.hex == name || (name.count >= 4 && $0.person.hex.hasPrefix(name))
    }
    guard let person = found.first else {
      throw Failure(.badInput, "\(name): no such person works on \(project)")
    }
    guard found.count == 1 else {
      throw Failure(.badInput, "\(name): several people begin like this")
    }
    guard person.isWaiting else {
      throw Failure(.refused, "person \(person.person) doesn't wait to be accepted")
    }
    return try database.write { sql in
      try accept(person, ProjectLogs(sql: sql, project: project).current(in: person.room), sql)
    }
  }

  private func accept(
    _ person: PersonStatus, _ log: LogRecord, _ sql: SQL
  ) throws -> AcceptedPerson {
    for table in ["persons", "acts"] {
      try sql.run(
        "UPDATE \(table) SET waiting = 0 WHERE log = ? AND person = ?", .integer(log.id),
        .bytes(person.person))
    }
    let acts = person.waitingActs
    let tasks = try Standings(sql: sql, log: log).release(person.person)
    try Journal(sql: sql, now: context.now()).note("accept-person") {
      $0.member("channel", log.name.channel)
      $0.member("person", person.person)
      $0.member("key", person.key)
    }
    return AcceptedPerson(person: person.person, room: person.room, acts: acts, tasks: tasks)
  }
}

/// The present logs of a project's rooms.
struct ProjectLogs {
  let sql: SQL
  let project: String

  func current(in room: ID) throws -> LogRecord {
    let id = try Projects(sql: sql).named(project).id
    let channel = ChannelName.channel(project: id, room: room)
    let epoch = try sql.first(
      "SELECT epoch FROM logs WHERE channel = ? AND state = 'current'", .bytes(channel)
    ).map { try $0.fixed(0, as: EpochID.self) }
    guard let epoch, let log = try Logs(sql: sql, channel: channel).find(epoch) else {
      throw Failure(.refused, "nothing has come from room \(room) yet")
    }
    return log
  }
}
