import Cryptography
import Foundation
import StrictJSON

/// The data that lies beside the repository: `AIRLOCK_SHARED`, else `../shared`.
enum SharedData {
  static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["AIRLOCK_SHARED"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    var package = URL(fileURLWithPath: #filePath)
    while package.path != "/", !exists(package.appendingPathComponent("Package.swift")) {
      package.deleteLastPathComponent()
    }
    return package.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static let vectors = root.appendingPathComponent("vectors/airlock")

  static let hasVectors: Bool = {
    let found = exists(vectors.appendingPathComponent("good/expected.json"))
    if !found { print("skipped: no vectors at \(vectors.path); set AIRLOCK_SHARED") }
    return found
  }()

  static func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

  static func bytes(_ file: URL) throws -> [UInt8] {
    try FileSource(path: file.path).readAll(limit: .max)
  }

  static func json(_ file: URL) throws -> JSONValue { try JSONDocument(bytes(file)).root }

  /// Names in a folder, sorted; none where there is no such folder.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Paths of the files below a folder that end in one of these.
  static func files(below folder: URL, ending suffixes: [String]) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? [])
      .filter { file in suffixes.contains { file.lastPathComponent.hasSuffix($0) } }
      .sorted { $0.path < $1.path }
  }
}
