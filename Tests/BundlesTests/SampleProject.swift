import AnnotationModel
import Foundation
import StrictJSON
import Testing
import Vocabulary

/// One of the projects that ship in `bundles/`, read as the lab reads it.
struct SampleProject {
  let schema: ProjectSchema
  let guidelines: String
  let records: [JSONDocument]
  /// The records of practice.jsonl; none where there is no such file.
  private let practiceRecords: [JSONDocument]

  /// Reads the folder `name` of `bundles/`.
  init(_ name: String) throws {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appendingPathComponent("bundles/\(name)")
    func bytes(_ file: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
    }
    schema = try ProjectSchema(parsing: try bytes("project.json"), side: .lab)
    let text = String(validating: try bytes("guidelines.md"), as: UTF8.self)
    guidelines = try #require(text)
    records = try Self.lines(try bytes("tasks.jsonl"))
    let practice = folder.appendingPathComponent("practice.jsonl").path
    practiceRecords =
      FileManager.default.fileExists(atPath: practice)
      ? try Self.lines(try bytes("practice.jsonl")) : []
  }

  private static func lines(_ bytes: [UInt8]) throws -> [JSONDocument] {
    var records: [JSONDocument] = []
    var lines = JSONLines()
    try lines.feed(bytes[...]) { _, line in records.append(try JSONDocument([UInt8](line))) }
    try lines.finish { _, line in records.append(try JSONDocument([UInt8](line))) }
    return records
  }

  /// The task of each record, outputs in the order in which the record has them.
  func tasks() throws -> [AnnotationTask] {
    let room = try ProjectSchema(parsing: schema.leavingBytes, side: .room)
    return try mapped().map { try AnnotationTask(parsing: $0.line, schema: room) }
  }

  /// The lines of practice.jsonl as they would leave the lab.
  func practice() throws -> [[UInt8]] {
    let mapper = RecordMapper(schema: schema)
    let room = try ProjectSchema(parsing: schema.leavingBytes, side: .room)
    return try practiceRecords.enumerated().map { place, record in
      let id = try #require(ID(bytes: [UInt8](repeating: UInt8(place), count: 16)))
      let mapped = try mapper.map(record, taskID: id, shuffled: { Array(0..<$0) }) { path in
        throw DocumentFault(pointer: "", problem: "no samples have images, not even \(path)")
      }
      return try PracticeTask.line(of: record, as: mapped, schema: room)
    }
  }

  /// Each record as it would leave the lab.
  func mapped() throws -> [MappedTask] {
    let mapper = RecordMapper(schema: schema)
    return try records.enumerated().map { place, record in
      let id = try #require(ID(bytes: [UInt8](repeating: UInt8(place), count: 16)))
      return try mapper.map(record, taskID: id, shuffled: { Array(0..<$0) }) { path in
        throw DocumentFault(pointer: "", problem: "no samples have images, not even \(path)")
      }
    }
  }
}
