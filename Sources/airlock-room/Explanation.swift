import AnnotationModel
import Cryptography
import Isolation
import Vocabulary

/// What an error of the room's modules means at the command line.
enum Explanation {
  static func failure(_ error: any Error) -> Failure? {
    switch error {
    case let fault as DocumentFault: Failure(.badInput, fault.description)
    case let failure as WallFailure: Failure(.refused, failure.description)
    case let error as FileError: Failure(.refused, error.description)
    default: nil
    }
  }
}
