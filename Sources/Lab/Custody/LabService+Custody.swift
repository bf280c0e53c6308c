import Store
import Vocabulary

extension LabService {
  /// What went where, what came back and what is outstanding, for every room of a project.
  public func custody(_ project: String) throws -> CustodyReport {
    try database.read { sql in
      let record = try Projects(sql: sql).named(project)
      return CustodyReport(
        project: record.id, codename: record.codename, at: context.now(),
        channels: try Channels(sql: sql).all(of: record.id).map {
          try CustodyQuery(sql: sql, channel: $0).report()
        })
    }
  }

  /// Writes what proves the project's findings into a folder that isn't there yet, for anyone to
  /// check without this lab: contradictions that rooms signed, what is quarantined, the rooms' cards
  /// and the project's root. Returns how many cases there are.
  public func writeEvidence(of project: String, to folder: String) throws -> Int {
    guard NewFolder.make(folder) else {
      throw Failure(.refused, "\(folder): can't be made; name a folder that isn't there yet")
    }
    return try database.read { sql in
      let record = try Projects(sql: sql).named(project)
      let writer = EvidenceFolder(folder)
      try writer.write("README.txt", Array(EvidenceGuide.text.utf8))
      try writer.write("lab.trust", Roots(sql: sql, project: record.id).current())
      var cases = 0
      for channel in try Channels(sql: sql).all(of: record.id) {
        if let card = try sql.first("SELECT card FROM rooms WHERE id = ?", .bytes(channel.room)) {
          try writer.write("\(channel.room.hex).card", card.blob(0))
        }
        let collector = EvidenceCollector(sql: sql, channel: channel, archives: archives)
        for found in try collector.cases() {
          try writer.write(found)
          cases += 1
        }
      }
      return cases
    }
  }
}
