import AnnotationModel
import StrictJSON

/// Answers to one task: valid ones lack nothing, and are read for agreement.
func fuzzAnswers(_ input: [UInt8]) throws {
  guard let fixed = FixedProject.shared else { return }
  let answers = try JSONDocument(input).root
  let missing = AnswerSet.missing(answers, for: fixed.task, in: fixed.room)
  try AnswerSet.validate(answers, for: fixed.task, in: fixed.room)
  expect(missing.isEmpty, "valid answers lack nothing")
  for (name, answer) in answers.members {
    guard let question = fixed.room.question(name) else {
      expect(false, "valid answers answer questions")
      continue
    }
    _ = AnswerReading.items(of: question, answer: answer) { "/\($0)" }
  }
  // What was typed with white space counts as without it.
  let compact = mustParse("compact answers are JSON") { try JSONDocument(answers.compacted).root }
  if let compact {
    _ = mustParse("compact answers are valid too") {
      try AnswerSet.validate(compact, for: fixed.task, in: fixed.room)
    }
  }
}
