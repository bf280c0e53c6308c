import Foundation

/// The data and vectors that lie beside a checkout and are no part of it.
enum Shared {
  /// The package's root, from this file's place.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `$AIRLOCK_SHARED`, else `../shared`; nil, and said, where there is neither.
  static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment["AIRLOCK_SHARED"]
    let folder =
      environment.map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    if FileManager.default.fileExists(atPath: folder.path) { return folder }
    print("skipped: the tests on real data need the folder shared/ beside the checkout")
    return nil
  }()

  static var isHere: Bool { folder != nil }
}
