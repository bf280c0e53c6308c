public import AnnotationModel
public import Vocabulary

/// A leaf that names a person.
public struct Mention: Sendable, Equatable {
  /// The leaf's index in its log.
  public let leaf: Int64
  /// The event's name.
  public let event: String
  /// The act that it is about, by the hash of its body.
  public let act: Digest?
  /// Its time, milliseconds since 1970 UTC.
  public let at: Int64
}

/// The index of acts and of the leaves that name a person.
extension ProjectTransaction {
  /// Notes a leaf that names a person.
  func index(_ leaf: Leaf, at index: Int64) throws {
    guard let (person, act) = leaf.event.subject else { return }
    try sql.run(
      "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?)", .blob(person.bytes),
      .blob(try epoch().bytes), .integer(index), .text(leaf.event.name),
      act.map { .blob($0.bytes) } ?? .null, .integer(leaf.at))
  }

  /// Notes an act beside its leaf.
  func index(_ act: Act, hash: Digest, leaf: Int64) throws {
    try sql.run(
      "INSERT OR IGNORE INTO deeds VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", .blob(hash.bytes),
      .blob(try epoch().bytes), .integer(leaf), .blob(act.person.bytes),
      .text(act.kind.rawValue), act.task.map { .blob($0.bytes) } ?? .null,
      .blob(act.guidelines.bytes), act.notice.map { .blob($0.bytes) } ?? .null, .integer(act.at),
      .integer(act.activeMs), .integer(act.scripted ? 1 : 0))
  }

  /// The leaves of this epoch that name a person from leaf `from` on, in their order.
  public func mentions(of person: ID, from: Int64 = 0) throws -> [Mention] {
    try sql.rows(
      "SELECT leaf, event, act, at FROM mentions WHERE person = ? AND epoch = ? AND leaf >= ? "
        + "ORDER BY leaf", .blob(person.bytes), .blob(try epoch().bytes), .integer(from)
    ).map { row in
      try Mention(
        leaf: row.integer(0), event: row.text(1), act: row.optionalDigest(2), at: row.integer(3))
    }
  }

  /// How many acts of each kind a person has done since a time; those on practice tasks apart.
  public func deedCounts(
    of person: ID, since: Int64
  ) throws -> (kinds: [ActKind: Int64], practice: Int64) {
    var counts: [ActKind: Int64] = [:]
    var practice: Int64 = 0
    let rows = try sql.rows(
      "SELECT kind, task IN (SELECT hash FROM practice), COUNT(*) FROM deeds "
        + "WHERE person = ? AND at >= ? GROUP BY 1, 2", .blob(person.bytes), .integer(since))
    for row in rows {
      if try row.optionalInteger(1) == 1 {
        practice += try row.integer(2)
      } else if let kind = ActKind(rawValue: try row.text(0)) {
        counts[kind, default: 0] += try row.integer(2)
      }
    }
    return (counts, practice)
  }

  /// The kind of an act and the active milliseconds that it claims; nil for an unknown one.
  public func deed(_ hash: Digest) throws -> (kind: ActKind, activeMs: Int64)? {
    let row = try sql.first("SELECT kind, active FROM deeds WHERE hash = ?", .blob(hash.bytes))
    guard let row, let kind = ActKind(rawValue: try row.text(0)) else { return nil }
    return (kind, try row.integer(1))
  }

  /// The bodies of what a person told the lab about a task: flags, questions, reasons of skips.
  public func notes(of person: ID, on task: Digest) throws -> [[UInt8]] {
    try sql.rows(
      "SELECT a.body FROM deeds d JOIN acts a ON a.hash = d.hash WHERE d.person = ? "
        + "AND d.task = ? AND d.kind IN ('flag', 'ask', 'skip') ORDER BY d.at",
      .blob(person.bytes), .blob(task.bytes)
    ).map { try $0.blob(0) }
  }

  private func epoch() throws -> EpochID { try identifier(.epoch) }
}

extension LeafEvent {
  /// Whom the event is about, and the act if it is one.
  fileprivate var subject: (person: ID, act: Digest?)? {
    switch self {
    case .act(let person, let act, _): (person, act)
    case .person(let person, _, _), .opened(let person), .closed(let person),
      .shown(let person, _):
      (person, nil)
    case .import, .export, .network, .software, .alarm, .restored, .clock, .other: nil
    }
  }
}
