public import AnnotationModel
public import Vocabulary

/// The end of a person's chain of acts in this log.
public struct ChainHead: Sendable {
  /// The act key, 64 hexadecimal digits.
  public let key: String
  /// How many acts there are.
  public let n: Int64
  /// SHA-256 of the last one's body, or zeros.
  public let last: Digest
}

/// What a person's acts on a task come to (formats.md, section 8).
public struct Standing: Sendable {
  /// The kind that counts: answer, revise, withdraw or skip.
  public let kind: ActKind
  /// The act of that kind.
  public let act: Digest
  /// The newest answer or revise, which a revise must name.
  public let answer: Digest?
  /// How many acts have answered or revised the task.
  public let revisions: Int64
  /// When the act that counts was done, milliseconds since 1970 UTC.
  public let at: Int64

  /// Whether an answer counts now.
  public var isAnswered: Bool { kind == .answer || kind == .revise }

  /// The columns kind, act, answer, revisions, at of a row; nil where they are null.
  init?(_ row: SQLRow, from column: Int) throws {
    guard let kind = try row.optionalText(column).flatMap({ ActKind(rawValue: $0) }) else {
      return nil
    }
    self.kind = kind
    act = try row.digest(column + 1)
    answer = try row.optionalDigest(column + 2)
    revisions = try row.integer(column + 3)
    at = try row.integer(column + 4)
  }
}

extension ProjectTransaction {
  /// The head of a person's chain; nil for someone who hasn't been here.
  public func head(_ person: ID) throws -> ChainHead? {
    let row = try sql.first(
      "SELECT key, n, last FROM people WHERE person = ?", .blob(person.bytes))
    return try row.map {
      ChainHead(key: Hex.encoded(try $0.blob(0)), n: try $0.integer(1), last: try $0.digest(2))
    }
  }

  /// Sets a person's act key, at the first opening or after a recovery.
  public func setKey(_ person: ID, key: [UInt8]) throws {
    try sql.run(
      "INSERT INTO people VALUES (?1, ?2, 0, ?3) ON CONFLICT(person) DO UPDATE SET key = ?2",
      .blob(person.bytes), .blob(key), .blob(Digest.zero.bytes))
  }

  /// Appends an act: its leaf, its body, and what it changes of the task's standing.
  public func append(_ act: Act, hash: Digest, body: [UInt8], leaf: Leaf) throws {
    let index = try append(leaf)
    try sql.run(
      "INSERT INTO acts VALUES (?, ?, ?, ?)", .integer(index), .blob(hash.bytes),
      .blob(act.person.bytes), .blob(body))
    try sql.run(
      "UPDATE people SET n = ?, last = ? WHERE person = ?", .integer(act.n), .blob(hash.bytes),
      .blob(act.person.bytes))
    try self.index(act, hash: hash, leaf: index)
    guard let task = act.task else { return }
    try note(act, hash: hash, on: task)
  }

  /// Where the person stands with the task; nil when no act of theirs counts.
  public func standing(_ person: ID, task: Digest) throws -> Standing? {
    let row = try sql.first(
      "SELECT kind, act, answer, revisions, at FROM standing WHERE person = ? AND task = ?",
      .blob(person.bytes), .blob(task.bytes))
    return try row.flatMap { try Standing($0, from: 0) }
  }

  /// The body of an act.
  public func actBody(_ hash: Digest) throws -> [UInt8]? {
    try sql.first("SELECT body FROM acts WHERE hash = ?", .blob(hash.bytes))?.blob(0)
  }

  /// The bodies of the acts among the leaves `from ..< to`, in their order.
  public func eachAct(from: Int64, to: Int64, _ body: ([UInt8]) throws -> Void) throws {
    try sql.each(
      "SELECT body FROM acts WHERE leaf >= ? AND leaf < ? ORDER BY leaf",
      [.integer(from), .integer(to)]
    ) {
      try body($0.blob(0))
      return true
    }
  }

  /// Appends a leaf and remembers its time. `at` must come from `leafTime`.
  @discardableResult
  public func append(_ leaf: Leaf) throws -> Int64 {
    try set(.lastAt, leaf.at)
    let index = try log.append(leaf.encoded())
    try self.index(leaf, at: index)
    return index
  }

  /// The time for the next leaf: the clock's, but never before the last leaf's.
  public func leafTime(_ now: Int64) throws -> Int64 {
    max(now, try integer(.lastAt) ?? 0)
  }

  private func note(_ act: Act, hash: Digest, on task: Digest) throws {
    let answers: Bool
    switch act.kind {
    case .answer, .revise: answers = true
    case .withdraw, .skip: answers = false
    case .flag, .ask, .read, .key: return
    }
    try sql.run(
      "INSERT INTO standing VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(person, task) DO "
        + "UPDATE SET kind = ?3, act = ?4, answer = coalesce(?5, answer), "
        + "revisions = revisions + ?6, at = ?7",
      .blob(act.person.bytes), .blob(task.bytes), .text(act.kind.rawValue), .blob(hash.bytes),
      answers ? .blob(hash.bytes) : .null, .integer(answers ? 1 : 0), .integer(act.at))
  }
}
