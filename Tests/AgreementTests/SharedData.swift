import Foundation

/// The folder of data that is shared beside the repository: published cases and their results.
enum SharedData {
  /// `AIRLOCK_SHARED`, else `../shared` beside the package.
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["AIRLOCK_SHARED"] {
      return URL(fileURLWithPath: named)
    }
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static let agreement = folder.appendingPathComponent("data/agreement")

  /// Whether the cases are there; says so when they aren't.
  static let hasAgreement: Bool = {
    let there = FileManager.default.fileExists(atPath: agreement.path)
    if !there { print("skipped: no \(agreement.path); set AIRLOCK_SHARED to the shared folder") }
    return there
  }()
}
