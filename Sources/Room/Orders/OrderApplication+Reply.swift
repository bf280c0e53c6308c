import AnnotationModel
import Store
import Vocabulary

extension OrderApplication {
  /// Who did the act that a reply answers.
  ///
  /// Throws `reply-act` where no question or flag of this room has that hash: the reply was meant
  /// for another room.
  func asker(_ act: Digest) throws -> ID {
    guard let body = try store.actBody(act) else { throw Self.unasked }
    let act = try Act(parsing: body)
    switch act.kind {
    case .ask, .flag: return act.person
    default: throw Self.unasked
    }
  }

  private static let unasked = Refusal(
    "reply-act", "the lab answers a question that nobody asked in this room")
}
