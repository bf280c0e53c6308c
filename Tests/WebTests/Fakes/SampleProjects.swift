import AnnotationModel
import Foundation
import StrictJSON
import Vocabulary

@testable import Web

/// The sample projects of this repository, mapped as the lab would.
enum SampleProjects {
  /// The package's folder, found from this file even where it is reached through a link.
  static let root: URL = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// One desk for each folder of `bundles/`.
  static func desks() throws -> [FakeDesk] {
    let names = [
      "rating", "comparison", "chain-of-thought", "step-review", "ranking", "tool-trajectory",
      "dialogue",
    ]
    return try names.enumerated().map { index, name in
      try desk(root.appending(path: "bundles/\(name)"), id: UInt8(index + 1))
    }
  }

  private static func desk(_ folder: URL, id: UInt8) throws -> FakeDesk {
    let schema = try ProjectSchema(parsing: bytes(folder, "project.json"), side: .lab)
    let mapper = RecordMapper(schema: schema)
    let records = try bytes(folder, "tasks.jsonl").split(separator: 0x0A)
    let lines = try records.enumerated().map { index, record in
      try mapper.map(
        JSONDocument(record), taskID: ID(unchecked: [UInt8](repeating: UInt8(index), count: 16)),
        shuffled: { Array(0..<$0) }, asset: { _ in throw Problem.notFound }
      ).line
    }
    return try FakeDesk(
      id: id, schema: schema.leavingBytes,
      guidelines: String(decoding: bytes(folder, "guidelines.md"), as: UTF8.self), lines: lines)
  }

  private static func bytes(_ folder: URL, _ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }
}
