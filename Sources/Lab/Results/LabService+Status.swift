import BundleFormat
import Store
import Vocabulary

extension LabService {
  /// How the lab's projects stand, or one of them.
  public func status(_ project: String? = nil) throws -> LabStatus {
    try database.read { sql in
      let projects = Projects(sql: sql)
      let wanted = try project.map { [try projects.named($0)] } ?? projects.all()
      return LabStatus(
        name: try sql.first("SELECT name FROM lab")?.text(0) ?? "",
        projects: try wanted.map { try StatusQuery(sql: sql).project($0) })
    }
  }
}

/// Counts for `status`.
struct StatusQuery {
  let sql: SQL

  func project(_ record: ProjectRecord) throws -> LabStatus.Project {
    let channels = try Channels(sql: sql).all(of: record.id).map { try channel($0) }
    return LabStatus.Project(
      id: record.id, codename: record.codename, version: record.version,
      records: try count("SELECT count(*) FROM records WHERE project = ?", .bytes(record.id)),
      packed: channels.reduce(0) { $0 + $1.tasks },
      answers: channels.reduce(0) { $0 + $1.answered }, channels: channels,
      rotations: try RotationRows(sql: sql).all(of: record.id).map {
        try RotationProgress(sql: sql, rotation: $0).status()
      })
  }

  private func channel(_ record: ChannelRecord) throws -> LabStatus.Channel {
    let id = SQLValue.bytes(record.id)
    let standing =
      "SELECT count(*) FROM standings JOIN logs ON logs.id = log WHERE channel = ? "
      + "AND task NOT IN (SELECT hash FROM practice_tasks)"
    let people =
      "SELECT count(*) FROM persons JOIN logs ON logs.id = log WHERE channel = ? "
      + "AND state = 'current'"
    return LabStatus.Channel(
      room: record.room, channel: record.id,
      tasks: try count("SELECT count(*) FROM tasks WHERE channel = ?", id),
      answered: try count("\(standing) AND kind IN ('answer', 'revise')", id),
      skipped: try count("\(standing) AND kind = 'skip'", id),
      bundles: record.sequence, acknowledged: record.acknowledged,
      archive: record.receipt?.sequence, leaves: record.receipt?.size ?? 0, heard: record.heard,
      people: try count(people, id), waitingPeople: try count("\(people) AND waiting = 1", id),
      waitingEpochs: try count(
        "SELECT count(*) FROM logs WHERE channel = ? AND state = 'waiting'", id),
      findings: try count("SELECT count(*) FROM findings WHERE channel = ?", id),
      states: try ChannelState.allCases.filter {
        try ChannelStates(sql: sql).since($0, record.id) != nil
      }.map(\.rawValue))
  }

  private func count(_ query: String, _ value: SQLValue) throws -> Int64 {
    try sql.first(query, value)?.integer(0) ?? 0
  }
}
