import Foundation
import TestSupport

/// The folder of data that is shared beside the repository: published cases and their results.
enum SharedData {
  static let agreement = SharedFolder.place.appending(path: "data/agreement")

  /// Whether the cases are there; says so when they aren't.
  static let hasAgreement = SharedFolder.part("data/agreement") != nil
}
