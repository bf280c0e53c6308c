import AnnotationModel
import StrictJSON
import Vocabulary

extension Problem {
  /// What a page is told about an error that a service or a parser threw.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let fault as JSONFault: self.init(fault)
    case let fault as DocumentFault:
      self.init(422, fault.code.rawValue, fault.problem, pointer: fault.pointer)
    case let fault as WorkbenchFault: self.init(fault)
    case let failure as Failure: self.init(failure)
    case let refusal as Refusal: self.init(500, refusal.code.rawValue, refusal.why)
    default:
      self.init(500, "failed", "Airlock could not do this. Nothing was changed.")
    }
  }

  private init(_ fault: JSONFault) {
    self.init(400, fault.refusal.code.rawValue, fault.description, pointer: fault.pointer)
  }

  private init(_ fault: WorkbenchFault) {
    let status =
      switch fault.kind {
      case .diskFull: 507
      case .unusable: 503
      case .guidelines, .practice: 428
      }
    self.init(status, fault.kind.rawValue, fault.line)
  }

  private init(_ failure: Failure) {
    switch failure.exit {
    case .notPermitted: self.init(403, "not-permitted", failure.line)
    case .badInput, .usage: self.init(422, "answer", failure.line)
    case .refused: self.init(500, "failed", failure.line)
    }
  }
}
