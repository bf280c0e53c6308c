import AnnotationModel
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// The answer of one person to one task that counts: their newest act on it, an answer or a
/// revision, of a person whose acts don't wait.
struct CountedAnswer {
  let recordID: Int64
  /// The record's name as the record spells it, a JSON token.
  let record: [UInt8]
  let task: Digest
  let schemaVersion: Int64
  let room: ID
  let act: Act
  /// Which output of the record stands under which key.
  let outputs: OutputNames
  /// Index of the act's leaf.
  let place: Int64
  /// Sequence of the archive that first covered the leaf.
  let checkpoint: Int64
}

/// Counted answers of a project, out of lab.sqlite one by one.
struct CountedAnswers {
  let sql: SQL
  let project: ID

  private static let query = """
    SELECT records.id, records.spelled, tasks.hash, bundles.version, channels.room, acts.body,
      tasks.outputs, acts.place,
      (SELECT min(sequence) FROM checkpoints WHERE log = acts.log AND size > acts.place)
    FROM records
    JOIN tasks ON tasks.record = records.id
    JOIN bundles ON bundles.channel = tasks.channel AND bundles.sequence = tasks.sequence
    JOIN channels ON channels.id = tasks.channel
    JOIN standings ON standings.task = tasks.hash
    JOIN acts ON acts.hash = standings.act
    WHERE records.project = ? AND standings.kind IN ('answer', 'revise')
    ORDER BY records.id, tasks.id, standings.person
    """

  /// Hands each answer to `body`, those of one record in a row.
  func each(_ body: (CountedAnswer) throws -> Void) throws {
    try sql.each(Self.query, [.bytes(project)]) { row in
      try body(
        CountedAnswer(
          recordID: try row.integer(0), record: try row.blob(1), task: try row.digest(2),
          schemaVersion: try row.integer(3), room: try row.id(4),
          act: try Act(parsing: row.blob(5)), outputs: try OutputNames(row.optionalBlob(6)),
          place: try row.integer(7), checkpoint: try row.integer(8)))
      return true
    }
  }
}
