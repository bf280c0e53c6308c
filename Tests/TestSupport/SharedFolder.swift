public import Foundation

/// Vectors and data of other people, which several test targets use and which are no part of this
/// package: in `$AIRLOCK_SHARED`, else in `../shared` beside it.
public enum SharedFolder {
  /// The package itself, from this file's place.
  public static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Where the folder is or would be.
  public static let place: URL = {
    let named = ProcessInfo.processInfo.environment["AIRLOCK_SHARED"]
    return named.map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared")
  }()

  /// A part of it, by its path ("vectors/airlock"); nil where it isn't there, which is said,
  /// since tests are skipped for it.
  public static func part(_ path: String) -> URL? {
    let part = place.appending(path: path)
    guard FileManager.default.fileExists(atPath: part.path) else {
      print("skipped: no \(part.path); set AIRLOCK_SHARED to the folder that holds \(path)")
      return nil
    }
    return part
  }

  /// The world of another implementation of the exchange's formats; nil where it isn't there.
  public static let vectors = part("vectors/airlock")

  /// Names in a folder, sorted; empty where there is none.
  public static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
