import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Other people's vectors, which lie beside the repository and not in it.
enum SharedVectors {
  /// The folder of shared data.
  static let root = SharedFolder.place.path

  /// Whether the vectors are there; where they are not, their tests are skipped and say so.
  static let areThere = SharedFolder.part("vectors") != nil

  /// The bytes of a file, by its path under the shared folder.
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: root + "/" + path), "\(path)"))
  }

  /// The paths of all files below a folder, sorted, as seen from the shared folder.
  static func files(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder).sorted()
      .map { folder + "/" + $0 }
      .filter {
        var isFolder = false
        return FileManager.default.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder)
          && !isFolder
      }
  }

  /// The files of a folder anywhere, by name.
  static func contents(of folder: String) throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try read(folder + "/" + $0)) })
  }

  /// A JSON file, decoded.
  static func json<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws
    -> Value
  {
    try JSONDecoder().decode(Value.self, from: Data(try bytes(path)))
  }
}
