import Cryptography
import Exchange
import Foundation
import Store
import StrictJSON
import Vocabulary

@testable import Lab
@testable import Room

/// What a room holds that an accident may not take, double or change.
struct RoomFacts: Equatable {
  var tasks = 0
  /// Hashes of all acts, in the log's order.
  var acts: [Digest] = []
  var bundles: Int64 = 0
  var archives: Int64 = 0
  var receipted: Int64 = 0
  var leaves: Int64 = 0
  var alarms: Int64 = 0
}

extension WalkWorld {
  func roomFacts() throws -> RoomFacts {
    try channel { _, channel in
      try channel.store.read { store in
        var facts = RoomFacts()
        facts.tasks = try store.taskCount()
        facts.leaves = try store.log.size()
        try store.eachAct(from: 0, to: facts.leaves) { facts.acts.append(SHA256.hash($0)) }
        facts.bundles = try store.lastBundle()?.sequence ?? 0
        facts.archives = try store.lastExport()?.sequence ?? 0
        facts.receipted = try store.receiptedSequence()
        facts.alarms = try store.alarms().count
        return facts
      }
    }
  }

  /// The names of all that waits in the room's outbox.
  func outboxFiles() throws -> [String] {
    let files = FileManager.default.enumerator(atPath: "\(home.path)/outbox")
    return files?.compactMap { $0 as? String }.sorted() ?? []
  }

  /// Answers that count in the lab.
  func answersInLab() throws -> Int64 {
    try lab.status("siskin").projects.first?.answers ?? 0
  }

  /// Tasks that the lab has packed.
  func tasksInLab() throws -> Int64 {
    try lab.status("siskin").projects.first?.packed ?? 0
  }

  /// Every row of lab.sqlite but the journal's, by table.
  func labRows() throws -> [String: [[SQLValue]]] {
    try lab.database.read { sql in
      let tables = try sql.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      ).map { try $0.text(0) }
      let journal = try sql.first(
        "SELECT id FROM event_log WHERE name = ?", .text(Journal.name))?.integer(0)
      var rows: [String: [[SQLValue]]] = [:]
      for table in tables {
        let isOfLogs = table.hasPrefix("event_")
        let column = table == "event_log" ? "id" : "log"
        rows[table] = try sql.rows(
          "SELECT * FROM \(table)" + (isOfLogs ? " WHERE \(column) <> \(journal ?? 0)" : "")
        ).map { row in try (0..<row.count).map { try row.value($0) } }
      }
      return rows
    }
  }

  /// Codes of what the lab's journal says was refused.
  func labAlarms() throws -> [String] {
    try lab.database.read { sql in
      let log = EventLog(sql, name: Journal.name)
      var codes: [String] = []
      try log.lines(from: 0, to: log.size()) { line in
        let root = try JSONDocument(line).root
        if try root.require("event").string() == "refused" {
          codes.append(try root.require("code").string())
        }
      }
      return codes
    }
  }
}
