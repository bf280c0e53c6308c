public import AnnotationModel
import Cryptography
import Store
import Vocabulary

extension LabService {
  /// Looks through the logs for the sittings with a receipt code (RECEIPT.md in AnnotationModel);
  /// none where it hasn't come yet, or nobody ever had it.
  public func sittings(with code: ReceiptCode) throws -> [FoundSitting] {
    try database.read { sql in
      try Projects(sql: sql).all().flatMap { project in
        try Channels(sql: sql).all(of: project.id).flatMap { channel in
          try ReceiptSearch(sql: sql, codename: project.codename, channel: channel).find(code)
        }
      }
    }
  }
}

/// Looks for a receipt code in the logs of one channel.
private struct ReceiptSearch {
  let sql: SQL
  let codename: String
  let channel: ChannelRecord

  func find(_ code: ReceiptCode) throws -> [FoundSitting] {
    let epochs = try sql.rows("SELECT epoch FROM logs WHERE channel = ?", .bytes(channel.id))
    return try epochs.flatMap { row in
      let log = LogName(channel: channel.id, epoch: try row.fixed(0))
      return try sittings(in: log).filter { sitting in
        ReceiptCode(SHA256.hash(sitting.receiptText(in: log))) == code
      }.map { try found($0, in: log) }
    }
  }

  private func sittings(in log: LogName) throws -> [Sitting] {
    let events = EventLog(sql, name: log.description)
    var people: [ID: Sittings] = [:]
    var index: Int64 = 0
    try events.lines(from: 0, to: try events.size()) { line in
      defer { index += 1 }
      let leaf = try Leaf(parsing: line)
      guard let (person, isOpening, act) = leaf.event.naming else { return }
      people[person, default: Sittings(person: person)]
        .take(leaf: index, at: leaf.at, isOpening: isOpening, act: act)
    }
    return people.values.flatMap(\.all)
  }

  private func found(_ sitting: Sitting, in log: LogName) throws -> FoundSitting {
    var (verified, activeMs) = (0, Int64(0))
    for hash in sitting.acts {
      let row = try sql.first("SELECT body FROM acts WHERE hash = ?", .bytes(hash))
      guard let row else { continue }
      verified += 1
      activeMs += try Act(parsing: row.blob(0)).activeMs
    }
    return FoundSitting(
      codename: codename, room: channel.room, log: log, sitting: sitting, verified: verified,
      activeMs: activeMs)
  }
}

extension LeafEvent {
  /// Whom the event names, whether it opens the project for them, and the act that it is about.
  fileprivate var naming: (person: ID, isOpening: Bool, act: Digest?)? {
    switch self {
    case .act(let person, let act, _): (person, false, act)
    case .opened(let person): (person, true, nil)
    case .person(let person, _, _), .closed(let person), .shown(let person, _):
      (person, false, nil)
    case .import, .export, .network, .software, .alarm, .restored, .clock, .other: nil
    }
  }
}
