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
}
