import Store
import Vocabulary

extension LabService {
  /// Who was shown which task of a project, or which of `names` (hashes or records' ids), as far as
  /// the rooms' logs that the lab holds say it.
  ///
  /// Throws `Failure` (bad input) for a name that fits no task.
  public func exposure(_ project: String, of names: [String] = []) throws -> ExposureReport {
    try database.read { sql in
      let record = try Projects(sql: sql).named(project)
      let channels = try Channels(sql: sql).all(of: record.id)
      if let name = try names.first(where: { name in
        try channels.allSatisfy { try Recalls(sql: sql).tasks(named: name, in: $0.id).isEmpty }
      }) {
        throw Failure(.badInput, "\(name): no task of this project has that hash or record id")
      }
      return ExposureReport(
        project: record.id,
        tasks: try channels.flatMap {
          try ExposureQuery(sql: sql, channel: $0).tasks(named: names)
        })
    }
  }
}
