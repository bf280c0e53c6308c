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

  /// The line of practice.jsonl, without its LF, that a mapped record and the record's own tokens
  /// for the two more members give.
  public static func line(
    of task: MappedTask, answers: JSONValue, explain: JSONValue
  ) -> [UInt8] {
    Array(task.line.dropLast()) + Array(#","answers":"#.utf8) + Array(answers.token)
      + Array(#","explain":"#.utf8) + Array(explain.token) + Array("}".utf8)
  }
}
