import AnnotationModel
import StrictJSON

/// What a page gets of practice.
enum PracticeView {
  /// The members of a practice task's view beyond those of any task.
  static func write(_ practice: DeskPractice, _ object: inout JSONWriter) {
    object.object("practice") { writeProgress(practice.progress, &$0) }
    object.member("review") { writer in
      guard let review = practice.review else { return writer.null() }
      writer.object { object in
        object.member("answers", raw: review.answers[...])
        object.member("explain") { MarkdownTree.write(review.explain, to: &$0) }
        object.member("right", review.marks.isRight)
        object.object("marks") { marks in
          for mark in review.marks.verdicts { marks.member(mark.question, mark.verdict.rawValue) }
        }
      }
    }
  }

  static func writeProgress(_ progress: DeskPractice.Progress, _ object: inout JSONWriter) {
    object.member("total", Int64(progress.total))
    object.member("answered", Int64(progress.answered))
    object.member("right", Int64(progress.right))
    object.member("pass", Int64(progress.pass))
    object.member("next") { writer in
      if let next = progress.next { writer.integer(Int64(next)) } else { writer.null() }
    }
  }
}
