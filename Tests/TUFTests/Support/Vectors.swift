import Foundation
import StrictJSON
import TestSupport

/// The exchange vectors, read by what is in their folder.
struct Vectors {
  let folder: URL

  var good: URL { folder.appending(path: "good") }

  /// The names of the files that must be refused.
  var badNames: [String] { SharedFolder.names(in: folder.appending(path: "bad")) }

  struct Expectation {
    let name: String
    let reason: String
    let side: String
    let removed: [String]
    let sticks: Int64
  }

  func expectation(_ name: String) throws -> Expectation {
    let file = folder.appending(path: "bad/\(name)/expect.json")
    let value = try JSONDocument(Array(try Data(contentsOf: file))).root
    return Expectation(
      name: name, reason: try value.require("reason").string(),
      side: try value.require("by").string(),
      removed: try value.require("removed").elements.map { try $0.string() },
      sticks: try value.require("sticks").integer())
  }

  /// The metadata of the sticks of a bad case, in the order in which they are taken in.
  func sticks(_ bad: Expectation, channel: String) throws -> [MemoryMetadata] {
    let path = "airlock/down/\(channel)/metadata"
    let overlay = folder.appending(path: "bad/\(bad.name)")
    var first = try metadata(good.appending(path: "stick/\(path)"))
    for name in bad.removed where name.hasPrefix(path + "/") {
      first.files[String(name.dropFirst(path.count + 1))] = nil
    }
    first.files.merge(try metadata(overlay.appending(path: "stick/\(path)")).files) { $1 }
    guard bad.sticks > 1 else { return [first] }
    return [first, try metadata(overlay.appending(path: "stick2/\(path)"))]
  }

  func metadata(_ folder: URL) throws -> MemoryMetadata {
    var metadata = MemoryMetadata()
    for name in SharedFolder.names(in: folder) {
      metadata.files[name] = Array(try Data(contentsOf: folder.appending(path: name)))
    }
    return metadata
  }
}
