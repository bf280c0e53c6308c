import AnnotationModel
import StrictJSON
import Vocabulary

/// An act against what the lab issued: task, schema, guidelines, and the rules of its answers.
struct ActCheck {
  private let knowledge: any ChannelKnowledge

  init(_ knowledge: any ChannelKnowledge) { self.knowledge = knowledge }

  /// Throws `act-task` for a task that was never issued here or another schema or guidelines than
  /// were, and `answer`.
  func check(_ act: Act) throws {
    guard knowledge.knowsTasks else { return }
    guard try knowledge.issuedGuidelines(act.guidelines) else {
      throw Refusal(Reason.actTask, "the act names guidelines that were never issued here")
    }
    guard let hash = act.task else { return }
    guard let issued = try knowledge.task(hash) else {
      throw Refusal(Reason.actTask, "the act's task was never issued here")
    }
    guard act.schema == issued.schemaHash else {
      throw Refusal(Reason.actTask, "the act names another schema than its task's")
    }
    guard let answers = act.answers else { return }
    do {
      let document = try JSONDocument(answers)
      try AnswerSet.validate(document.root, for: issued.task, in: issued.schema)
    } catch let fault as JSONFault {
      throw fault.refusal
    } catch let fault as DocumentFault {
      throw fault.refusal
    }
  }
}
