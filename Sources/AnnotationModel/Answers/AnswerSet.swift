public import StrictJSON
import Vocabulary

/// The answers to one task: an object, question → value (formats.md, section 7).
public enum AnswerSet {
  /// Checks every answer against its question, and that none is missing that is required.
  ///
  /// Throws `DocumentFault` (answer) whose pointer leads into `answers`, in words for the person
  /// who gave them.
  public static func validate(
    _ answers: JSONValue, for task: AnnotationTask, in schema: ProjectSchema
  ) throws(DocumentFault) {
    do throws(DocumentFault) {
      let check = AnswerCheck(schema: schema, task: task, answers: answers)
      try check.all()
      if let pointer = check.missing().first {
        throw DocumentFault(pointer: pointer, problem: "needs an answer", offset: answers.offset)
      }
    } catch { throw error.coded(.answer) }
  }

  /// The places, as JSON Pointers into the answers, at which a required answer is missing. Answers
  /// that break a rule are `validate`'s business.
  public static func missing(
    _ answers: JSONValue, for task: AnnotationTask, in schema: ProjectSchema
  ) -> [String] {
    AnswerCheck(schema: schema, task: task, answers: answers).missing()
  }

  /// Whether a question is asked, given the other answers: its conditions hold, and the task has
  /// what it is about.
  public static func applies(
    _ question: Question, answers: JSONValue, task: AnnotationTask, in schema: ProjectSchema
  ) -> Bool {
    AnswerCheck(schema: schema, task: task, answers: answers).applies(question)
  }
}
