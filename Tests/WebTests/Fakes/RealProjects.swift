import Foundation
import StrictJSON

@testable import Web

/// The real task data as projects: one for each kind of record, every member of it on the page.
enum RealProjects {
  /// The folder of the data; nil where this machine hasn't got it.
  static var folder: URL? { RealContentTests.folder }

  /// One desk for each kind of record, or none without the data.
  static func desks(firstID: UInt8) throws -> [FakeDesk] {
    guard let folder else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var kinds: [(name: String, records: [JSONValue])] = []
    for name in names where name.hasSuffix(".jsonl") {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      for line in bytes.split(separator: 0x0A) {
        let record = try JSONDocument(line).root
        let kind = try record.require("task").string()
        if kinds.last?.name == kind {
          kinds[kinds.count - 1].records.append(record)
        } else if let index = kinds.firstIndex(where: { $0.name == kind }) {
          kinds[index].records.append(record)
        } else {
          kinds.append((kind, [record]))
        }
      }
    }
    return try kinds.enumerated().map { index, kind in
      try desk(id: firstID + UInt8(index), name: kind.name, records: kind.records)
    }
  }

  private static func desk(id: UInt8, name: String, records: [JSONValue]) throws -> FakeDesk {
    let isHard = hardKinds.contains(name)
    let hasText = records.first.map { $0["text"] != nil || $0["question"] != nil } ?? false
    let shapes = isHard && hasText ? RealShape.everyType : RealShape.byMember
    return try FakeDesk(
      id: id, schema: Array(schema(name: name, shapes: shapes).utf8),
      guidelines: isHard ? guidelines(records) : "# Guidelines",
      lines: records.enumerated().map { index, record in
        FakeProjects.line(index, shapes.fields(of: record))
      },
      letters: isHard ? FakeDesk.letters(of: texts(records)) : [],
      older: isHard ? "# Guidelines" : nil)
  }

  /// Short texts that are hard to show: each goes into every type of field and question.
  private static let hardKinds: Set = [
    "naughty_string", "translation_pair", "arabic_true_false", "emoji",
  ]

  private static func guidelines(_ records: [JSONValue]) -> String {
    texts(records).joined(separator: "\n\n")
  }

  private static func texts(_ records: [JSONValue]) -> [String] {
    records.compactMap { ($0["text"] ?? $0["question"]).map(TaskText.utf8) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func schema(name: String, shapes: RealShape) -> String {
    let codename = name.replacingOccurrences(of: "_", with: "-")
    return #"{"airlock":"project/1","codename":"\#(codename)","version":1,"fields":["#
      + shapes.schema + #"],"questions":["# + shapes.questions + "]}"
  }
}
