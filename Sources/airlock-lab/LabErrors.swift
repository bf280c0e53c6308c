import AnnotationModel
import Vocabulary

/// What this program's own errors mean for whoever started it.
enum LabErrors {
  /// The exit status and line of an error; nil for those that CommandSupport knows.
  static func failure(_ error: any Error) -> Failure? {
    switch error {
    case let fault as DocumentFault: Failure(.badInput, fault.description)
    default: nil
    }
  }
}
