public import StrictJSON
public import Vocabulary

/// A task to learn on: with the answers that the lab would give, and why.
public struct PracticeTask: Sendable {
  public let task: AnnotationTask
  /// The answers by output key, as a person would give them.
  public let answers: JSONValue
  /// Markdown, UTF-8.
  public let explain: [UInt8]

  /// Reads a line of practice.jsonl, without its LF: a task's line with two more members.
  ///
  /// Throws `Refusal` as `AnnotationTask` does, and `answer` where the answers break a rule.
  public init(parsing line: [UInt8], schema: ProjectSchema) throws(Refusal) {
    do throws(DocumentFault) {
      let document = try AnnotationTask.document(line)
      task = try AnnotationTask(document, schema: schema, practice: true)
      answers = try document.root.needed("answers")
      explain = Array(try document.root.needed("explain").asText().utf8)
      try AnswerSet.validate(answers, for: task, in: schema)
    } catch { throw error.coded(.taskForm).refusal }
  }

  /// The line of practice.jsonl, without its LF, of a record of the lab's with the members `answers`
  /// and `explain`, mapped as `mapped`. `schema` is the one that leaves.
  ///
  /// Throws `DocumentFault`, its pointer leading into the record, also for answers that a person
  /// could not give.
  public static func line(
    of record: JSONDocument, as mapped: MappedTask, schema: ProjectSchema
  ) throws(DocumentFault) -> [UInt8] {
    let answers = try record.root.needed("answers")
    let explain = try record.root.needed("explain")
    _ = try explain.asText()
    let document = try AnnotationTask.document(mapped.line)
    let task = try AnnotationTask(document, schema: schema, practice: false)
    do throws(DocumentFault) {
      try AnswerSet.validate(answers, for: task, in: schema)
    } catch {
      throw DocumentFault(pointer: "/answers" + error.pointer, problem: error.problem)
    }
    return Array(mapped.line.dropLast()) + Array(#","answers":"#.utf8) + Array(answers.token)
      + Array(#","explain":"#.utf8) + Array(explain.token) + Array("}".utf8)
  }
}
