import AnnotationModel
import BundleFormat
import Cryptography
import Store
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

extension LabService {
  /// Every row that an archive may change, to compare before and after.
  func evidence() throws -> [String: [[SQLValue]]] {
    let tables = [
      "ledger": "channel", "logs": "id", "checkpoints": "log, size", "notes": "log, sequence",
      "persons": "log, person", "acts": "hash", "standings": "log, person, task",
      "waiting_standings": "log, person, task",
    ]
    return try database.read { sql in
      var rows: [String: [[SQLValue]]] = [:]
      for (table, order) in tables {
        rows[table] = try sql.rows("SELECT * FROM \(table) ORDER BY \(order)").map(\.values)
      }
      rows["leaves"] = try sql.rows(
        """
        SELECT name, position, line FROM event_leaf JOIN event_log ON id = log
        WHERE name <> 'journal' ORDER BY name, position
        """
      ).map(\.values)
      rows["channels"] = try sql.rows(
        "SELECT id, key, seal, acknowledged, echo, receipt_sequence, receipt_root FROM channels"
      ).map(\.values)
      return rows
    }
  }

  /// Codes of everything that was refused, from the journal.
  func alarms() throws -> [String] {
    try journal().compactMap { line in
      try line.require("event").string() == "refused" ? line.require("code").string() : nil
    }
  }

  /// The lab's journal.
  func journal() throws -> [JSONValue] {
    try database.read { sql in
      let log = EventLog(sql, name: Journal.name)
      var lines: [JSONValue] = []
      try log.lines(from: 0, to: log.size()) { lines.append(try JSONDocument($0).root) }
      return lines
    }
  }

  /// Verifies an archive and keeps what it brought, without a note.
  func take(_ archive: any ArchiveContent, _ world: VectorWorld) throws -> VerifiedBatch {
    try database.write { sql in
      let channel = try #require(try Channels(sql: sql).with(id: world.channel))
      let log = try Logs(sql: sql, channel: channel.id).log(world.epoch)
      let knowledge = try SQLKnowledge(channel, log, sql: sql)
      let sink = SQLBatchSink(log, sql: sql)
      let batch = try ArchiveVerifier.verify(
        archive, sequence: nil, knowledge: knowledge, into: sink)
      try sink.finish(batch.people)
      let note = ResultsNote(
        channel: channel.id, epoch: world.epoch, sequence: batch.manifest.sequence,
        archive: .zero, previous: .zero)
      try BatchRecord(sql: sql, log: log, now: 0).keep(batch, note, [])
      try SQLLedger(sql).advance(from: knowledge.position, to: batch.position)
      return batch
    }
  }
}

extension SQLRow {
  var values: [SQLValue] { (0..<count).compactMap { try? value($0) } }
}
