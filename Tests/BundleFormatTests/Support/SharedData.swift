import Cryptography
import Foundation
import StrictJSON
import TestSupport

/// The data that lies beside the repository: `AIRLOCK_SHARED`, else `../shared`.
enum SharedData {
  static let root = SharedFolder.place

  static let vectors = root.appending(path: "vectors/airlock")

  static let hasVectors = SharedFolder.vectors != nil

  static func bytes(_ file: URL) throws -> [UInt8] {
    try FileSource(path: file.path).readAll(limit: .max)
  }

  static func json(_ file: URL) throws -> JSONValue { try JSONDocument(bytes(file)).root }

  /// Paths of the files below a folder that end in one of these.
  static func files(below folder: URL, ending suffixes: [String]) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? [])
      .filter { file in suffixes.contains { file.lastPathComponent.hasSuffix($0) } }
      .sorted { $0.path < $1.path }
  }
}
