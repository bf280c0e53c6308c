import AnnotationModel
import Cryptography
import Store
import Vocabulary

/// What lab.sqlite knows of a channel, for the length of one transaction.
final class SQLKnowledge: ChannelKnowledge {
  let project: ID
  let room: ID
  let key: VerifyingKey
  let log: LogName
  let position: LogPosition?
  let former: EpochID?
  let lastAt: Int64
  let knowsTasks = true
  let knowsFormerLives = true

  private let sql: SQL
  private let record: LogRecord
  private let events: EventLog
  private let guidelines: Set<Digest>
  private var schemas: [Int64: (schema: ProjectSchema, hash: Digest)] = [:]

  init(_ channel: ChannelRecord, _ log: LogRecord, sql: SQL) throws {
    project = channel.project
    room = channel.room
    key = channel.key
    self.log = log.name
    former = log.former
    lastAt = log.lastAt
    record = log
    self.sql = sql
    events = EventLog(sql, name: log.name.description)
    // Of another epoch the ledger says nothing: that log waits, and nothing of it is held.
    let position = try SQLLedger(sql).position(of: channel.id)
    self.position = position?.epoch == log.name.epoch ? position : nil
    guidelines = try Schemas(sql: sql, project: channel.project).guidelinesHashes()
  }

  func frontier(at size: Int64) throws -> MerkleFrontier? {
    if size == 0 { return MerkleFrontier() }
    let known = try sql.first(
      "SELECT frontier FROM checkpoints WHERE log = ? AND size = ?", .integer(record.id),
      .integer(size))
    if let known { return MerkleFrontier(bytes: try known.blob(0)) }
    guard size <= (position?.size ?? 0) else { return nil }
    var frontier = MerkleFrontier()
    try events.lines(from: 0, to: size) {
      frontier.append(leafHash: MerkleTree.leafHash(of: $0[...]))
    }
    return frontier
  }

  func line(_ place: Int64) throws -> [UInt8]? { try events.line(place) }

  func person(_ id: ID) throws -> PersonState? {
    try sql.first(
      """
      SELECT key, n, previous, waiting FROM persons WHERE log = ? AND person = ?
      """, .integer(record.id), .bytes(id)
    ).flatMap(Self.person)
  }

  func formerPerson(_ id: ID) throws -> PersonState? {
    try sql.first(
      """
      SELECT key, n, previous, waiting FROM persons JOIN logs ON logs.id = log
      WHERE channel = ? AND log <> ? AND person = ? ORDER BY coalesce(ended, 0) DESC, log DESC
      """, .bytes(log.channel), .integer(record.id), .bytes(id)
    ).flatMap(Self.person)
  }

  private static func person(_ row: SQLRow) throws -> PersonState? {
    guard let key = VerifyingKey(bytes: try row.blob(0)) else { return nil }
    return PersonState(
      key: key, head: ActHead(n: try row.integer(1), last: try row.digest(2)),
      isWaiting: try row.flag(3))
  }

  func standing(_ person: ID, task: Digest) throws -> TaskStanding {
    try Standings(sql: sql, log: record).find(person, task)
  }

  func holds(_ epoch: EpochID) throws -> Bool {
    try epoch != log.epoch
      && EventLog(sql, name: LogName(channel: log.channel, epoch: epoch).description).size() > 0
  }

  func root(of epoch: EpochID, at size: Int64) throws -> Digest? {
    try EventLog(sql, name: LogName(channel: log.channel, epoch: epoch).description).root(at: size)
  }

  func heldAct(_ hash: Digest) throws -> HeldAct? {
    try sql.first(
      "SELECT body FROM acts JOIN logs ON logs.id = log WHERE hash = ? AND channel = ?",
      .bytes(hash), .bytes(log.channel)
    ).map { HeldAct(try Act(parsing: $0.blob(0))) }
  }

  func task(_ hash: Digest) throws -> IssuedTask? {
    let row = try sql.first(
      """
      SELECT line, version, \(Recalls.isBack("tasks.hash"))
      FROM tasks JOIN bundles USING (channel, sequence) WHERE tasks.hash = ? AND channel = ?
      """, .bytes(hash), .bytes(log.channel))
    guard let row else { return try practice(hash) }
    // What came back unseen counts as never issued: others may be working on its record.
    guard try !row.flag(2) else { return nil }
    let (schema, schemaHash) = try schema(row.integer(1))
    return IssuedTask(
      task: try AnnotationTask(parsing: row.blob(0), schema: schema), schema: schema,
      schemaHash: schemaHash)
  }

  /// A practice task that was issued to this channel: acts on it are checked, and count in nothing.
  private func practice(_ hash: Digest) throws -> IssuedTask? {
    let row = try sql.first(
      """
      SELECT line, version FROM practice_tasks JOIN bundles USING (channel, sequence)
      WHERE practice_tasks.hash = ? AND channel = ?
      """, .bytes(hash), .bytes(log.channel))
    guard let row else { return nil }
    let (schema, schemaHash) = try schema(row.integer(1))
    return IssuedTask(
      task: try PracticeTask(parsing: row.blob(0), schema: schema).task, schema: schema,
      schemaHash: schemaHash)
  }

  func issuedGuidelines(_ hash: Digest) -> Bool { guidelines.contains(hash) }

  func manifest(_ sequence: Int64) throws -> Digest? {
    try Bundles(sql: sql, channel: log.channel).manifest(sequence)
  }

  private func schema(_ version: Int64) throws -> (schema: ProjectSchema, hash: Digest) {
    if let known = schemas[version] { return known }
    guard let record = try Schemas(sql: sql, project: project).version(version) else {
      throw StoreFailure(.damaged, path: "lab.sqlite", detail: "a schema is not there")
    }
    let schema = try ProjectSchema(parsing: record.leaving, side: .room)
    schemas[version] = (schema, record.hash)
    return (schema, record.hash)
  }
}
