import Foundation
import Testing

/// The records under `shared/data`.
enum RealData {
  struct Record {
    let id: String
    /// The record's own bytes, without its LF.
    let line: String
    let object: [String: Any]
  }

  /// The records of a file of `data/tasks` whose `task` is `kind`.
  static func records(_ file: String, kind: String) throws -> [Record] {
    let folder = try #require(Shared.folder)
    let data = try Data(contentsOf: folder.appending(path: "data/tasks/\(file)"))
    return try data.split(separator: 0x0a).compactMap { line in
      let object = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      guard object["task"] as? String == kind, let id = object["id"] as? String else { return nil }
      return Record(id: id, line: String(decoding: line, as: UTF8.self), object: object)
    }
  }

  /// Published or recomputed values of a case of `data/agreement`, by coefficient.
  static func reference(_ file: String) throws -> [String: Double] {
    let folder = try #require(Shared.folder)
    let data = try Data(contentsOf: folder.appending(path: "data/agreement/\(file)"))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var values: [String: Double] = [:]
    for entry in try #require(object["reference"] as? [[String: Any]]) {
      if let name = entry["coefficient"] as? String, let value = entry["recomputed"] as? Double {
        values[name] = value
      }
    }
    return values
  }
}
