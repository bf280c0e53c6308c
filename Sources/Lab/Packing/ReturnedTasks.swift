import Store
import Vocabulary

/// Tasks that came back from a recall and wait to be given to other rooms.
struct ReturnedTasks {
  let sql: SQL
  let project: ProjectRecord

  /// One record of them.
  struct Record {
    let number: Int64
    /// Channels that have had it.
    let channels: Set<ID>
    /// The line as it went out, and what its outputs are in the record.
    let line: [UInt8]
    let outputs: OutputNames
  }

  /// Each record once, in the order in which the records were first packed.
  ///
  /// Throws `Failure` for one whose bundle had another version of the schema: it has to be mapped
  /// anew from its record.
  func all() throws -> [Record] {
    let rows = try sql.rows(
      """
      SELECT tasks.record, min(tasks.id), tasks.line, tasks.outputs, bundles.version,
        records.spelled
      FROM recalls
      JOIN tasks ON tasks.hash = recalls.task
      JOIN records ON records.id = tasks.record
      JOIN bundles ON bundles.channel = tasks.channel AND bundles.sequence = tasks.sequence
      WHERE recalls.state = 'returned' AND records.project = ? GROUP BY tasks.record ORDER BY tasks.record
      """, .bytes(project.id))
    return try rows.map { row in
      let version = try row.integer(4)
      guard version == project.version else {
        let name = String(decoding: try row.blob(5), as: UTF8.self)
        throw Failure(
          .refused,
          "record \(name) went out under version \(version) of the project, which is at "
            + "\(project.version): pack it from its file again")
      }
      let number = try row.integer(0)
      return Record(
        number: number, channels: try Records.channels(of: number, sql), line: try row.blob(2),
        outputs: try OutputNames(row.optionalBlob(3)))
    }
  }
}
