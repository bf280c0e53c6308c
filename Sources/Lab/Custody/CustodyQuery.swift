import BundleFormat
import Store
import StrictJSON
import Vocabulary

/// Reads a channel's custody out of lab.sqlite, in one transaction.
struct CustodyQuery {
  let sql: SQL
  let channel: ChannelRecord

  func report() throws -> CustodyReport.Channel {
    let id = SQLValue.bytes(channel.id)
    let deliveries = try Deliveries(sql: sql).all(of: channel.id)
    let tasks = try TaskCounts(of: channel.id, sql)
    return CustodyReport.Channel(
      room: channel.room, channel: channel.id, states: try states(),
      bundles: try bundles(deliveries), deliveries: deliveries, archives: try archives(),
      refused: try refused(), findings: try findings(), heard: channel.heard, tasks: tasks.all,
      open: tasks.open,
      recalls: try sql.rows(
        "SELECT state, count(*) FROM recalls WHERE channel = ? GROUP BY state ORDER BY state", id
      ).map { (state: try $0.text(0), count: try $0.integer(1)) })
  }

  private func states() throws -> [(name: String, since: Int64)] {
    try ChannelState.allCases.compactMap { state in
      try ChannelStates(sql: sql).since(state, channel.id).map { (state.rawValue, $0) }
    }
  }

  private func bundles(_ deliveries: [CustodyReport.Delivery]) throws -> [CustodyReport.Bundle] {
    try Bundles(sql: sql, channel: channel.id).after(0).map { bundle in
      var kind = "tasks"
      var tasks: Int64 = 0
      switch bundle.content {
      case .tasks(let count, _, _): tasks = count
      case .order(let body): kind = try Order(parsing: body).name
      }
      let sent = deliveries.first {
        guard let first = $0.first, let last = $0.last else { return false }
        return first <= bundle.sequence && bundle.sequence <= last
      }
      return CustodyReport.Bundle(
        sequence: bundle.sequence, kind: kind, tasks: tasks, manifest: bundle.hash,
        made: bundle.made, sent: sent?.at,
        isAcknowledged: bundle.sequence <= channel.acknowledged)
    }
  }

  private func archives() throws -> [CustodyReport.Archive] {
    try sql.rows(
      """
      SELECT epoch, sequence, size, root, archive, taken FROM checkpoints
      JOIN logs ON logs.id = checkpoints.log WHERE channel = ? ORDER BY taken, sequence
      """, .bytes(channel.id)
    ).map {
      CustodyReport.Archive(
        epoch: try $0.fixed(0), sequence: try $0.integer(1), size: try $0.integer(2),
        root: try $0.digest(3), archive: try $0.digest(4), taken: try $0.integer(5))
    }
  }

  private func findings() throws -> [CustodyReport.Finding] {
    try sql.rows(
      "SELECT id, at, code, why, note IS NOT NULL FROM findings WHERE channel = ? ORDER BY id",
      .bytes(channel.id)
    ).map {
      CustodyReport.Finding(
        id: try $0.integer(0), at: try $0.integer(1), code: try $0.text(2), why: try $0.text(3),
        hasEvidence: try $0.flag(4))
    }
  }

  /// The journal has a line for each time; here is one for each archive and reason.
  private func refused() throws -> [CustodyReport.Refused] {
    var found: [CustodyReport.Refused] = []
    let journal = EventLog(sql, name: Journal.name)
    try journal.lines(from: 0, to: journal.size()) { line in
      let root = try JSONDocument(line).root
      guard try root.require("event").string() == "refused",
        try root.require("channel").string() == channel.id.hex
      else { return }
      let at = try root.require("at").integer()
      let code = try root.require("code").string()
      let epoch = try root["epoch"]?.string()
      let sequence = try root["sequence"]?.integer()
      let place = found.firstIndex {
        $0.code == code && $0.epoch == epoch && $0.sequence == sequence
      }
      if let place {
        found[place].last = at
        found[place].times += 1
      } else {
        found.append(
          .init(code: code, epoch: epoch, sequence: sequence, first: at, last: at, times: 1))
      }
    }
    return found
  }
}
