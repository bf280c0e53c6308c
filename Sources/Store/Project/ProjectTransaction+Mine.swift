import AnnotationModel
public import Vocabulary

/// One task of the queue with what its person has made of it; nothing of the task itself.
public struct OwnTask: Sendable {
  /// Place in the queue, from 1.
  public let position: Int64
  /// The task, by the hash of its line.
  public let task: Digest
  /// The hash of its schema.
  public let schema: Digest
  /// What counts; nil where no act does.
  public let standing: Standing?
  /// Whether something is typed and not submitted.
  public let hasDraft: Bool
  /// Whether the person flagged it or asked about it.
  public let isFlagged: Bool
  public let isAsked: Bool
  /// Active milliseconds that acts claim, and those that no act has taken in yet.
  public let activeMs: Int64
  /// When the person last did something with it, milliseconds since 1970 UTC.
  public let at: Int64?
  /// The guidelines under which the act that counts was done.
  public let guidelines: Digest?
}

extension ProjectTransaction {
  /// Gives each task after `position` in the queue's order, until `body` says false.
  public func eachOwnTask(
    of person: ID, after position: Int64, _ body: (OwnTask) throws -> Bool
  ) throws {
    try sql.each(Self.ownTasks, [.blob(person.bytes), .integer(position)]) {
      try body(Self.ownTask($0))
    }
  }

  /// How many tasks of the queue a person has flagged.
  public func flagged(by person: ID) throws -> Int {
    Int(try sql.first(Self.flaggedTasks, .blob(person.bytes))?.integer(0) ?? 0)
  }

  static let flaggedTasks =
    "SELECT COUNT(DISTINCT task) FROM deeds WHERE person = ? AND kind = 'flag'"

  private static let ownTasks = """
    SELECT t.position, t.hash, t.schema, s.kind, s.act, s.answer, s.revisions, s.at,
      EXISTS (SELECT 1 FROM drafts d WHERE d.person = ?1 AND d.task = t.hash),
      coalesce((SELECT sum(active) FROM deeds d WHERE d.person = ?1 AND d.task = t.hash), 0)
        + coalesce((SELECT ms FROM running r WHERE r.person = ?1 AND r.task = t.hash), 0),
      EXISTS (SELECT 1 FROM deeds d WHERE d.person = ?1 AND d.task = t.hash AND d.kind = 'flag'),
      EXISTS (SELECT 1 FROM deeds d WHERE d.person = ?1 AND d.task = t.hash AND d.kind = 'ask'),
      (SELECT max(at) FROM deeds d WHERE d.person = ?1 AND d.task = t.hash),
      (SELECT guidelines FROM deeds d WHERE d.hash = s.act)
    FROM tasks t LEFT JOIN standing s ON s.person = ?1 AND s.task = t.hash
    WHERE t.position > ?2 AND \(isOffered)
    ORDER BY t.position
    """

  private static func ownTask(_ row: SQLRow) throws -> OwnTask {
    OwnTask(
      position: try row.integer(0), task: try row.digest(1), schema: try row.digest(2),
      standing: try Standing(row, from: 3), hasDraft: try row.flag(8), isFlagged: try row.flag(10),
      isAsked: try row.flag(11), activeMs: try row.integer(9), at: try row.optionalInteger(12),
      guidelines: try row.optionalDigest(13))
  }
}
