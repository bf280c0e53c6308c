import Foundation

/// A folder that is gone after the test.
final class TemporaryFolder: Sendable {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "airlock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func make(_ folder: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: folder), withIntermediateDirectories: true)
  }

  func put(_ path: String, _ bytes: [UInt8]) throws {
    let file = url.appending(path: path)
    try make(
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "")
    try Data(bytes).write(to: file)
  }

  func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: url.appending(path: path))).map(Array.init)
  }

  /// Every file below, by path, with its bytes.
  func files() -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: url.path) ?? .init() {
      if let bytes = bytes(path) { files[path] = bytes }
    }
    return files
  }
}
