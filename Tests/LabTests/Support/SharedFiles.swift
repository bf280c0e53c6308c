import Foundation

/// Test data that several parts of the project share, outside of this package: in
/// `$AIRLOCK_SHARED`, else in `../shared` beside the package.
enum SharedFiles {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let root: URL? = {
    let named = ProcessInfo.processInfo.environment["AIRLOCK_SHARED"]
    let shared =
      named.map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared")
    guard FileManager.default.fileExists(atPath: shared.path) else {
      print("skipped: no \(shared.path); set AIRLOCK_SHARED to the folder that holds vectors/")
      return nil
    }
    return shared
  }()

  /// The world of another implementation; nil where it isn't there.
  static let vectors: URL? = {
    guard let vectors = root?.appending(path: "vectors/airlock"),
      FileManager.default.fileExists(atPath: vectors.path)
    else { return nil }
    return vectors
  }()

  /// Names in a folder, sorted; empty where there is none.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}

extension URL {
  /// The bytes of a file.
  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: self)) }
}
