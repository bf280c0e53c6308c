import AnnotationModel
import StrictJSON
import Vocabulary

/// Small pieces that several suites need.
enum Samples {
  static let id = ID(unchecked: Array(0..<16))

  static func json(_ text: String) throws -> JSONValue { try JSONDocument(Array(text.utf8)).root }

  /// The schema with these fields and questions, as the lab writes it.
  static func project(
    fields: String = #"{"name":"prompt","type":"text","from":"/p"}"#,
    questions: String = #"{"name":"ok","type":"choice","options":["yes","no"]}"#,
    more: String = ""
  ) -> [UInt8] {
    Array(
      (#"{"airlock":"project/1","codename":"heron","version":1,"fields":["# + fields
        + #"],"questions":["# + questions + "]" + more + "}").utf8)
  }

  static func schema(
    fields: String = #"{"name":"prompt","type":"text","from":"/p"}"#,
    questions: String = #"{"name":"ok","type":"choice","options":["yes","no"]}"#
  ) throws -> ProjectSchema {
    try ProjectSchema(parsing: project(fields: fields, questions: questions), side: .lab)
  }

  /// Maps a record without shuffling; every image is the same one.
  static func map(_ record: String, _ schema: ProjectSchema) throws -> MappedTask {
    try map(Array(record.utf8), schema)
  }

  static func map(_ record: [UInt8], _ schema: ProjectSchema) throws -> MappedTask {
    try RecordMapper(schema: schema).map(
      JSONDocument(record), taskID: id, shuffled: { Array(0..<$0) },
      asset: { _ in AssetReference(sha256: .zero, type: "image/png") })
  }

  /// The task that a record becomes, as a room reads it.
  static func task(_ record: String, _ schema: ProjectSchema) throws -> AnnotationTask {
    let room = try ProjectSchema(parsing: schema.leavingBytes, side: .room)
    return try AnnotationTask(parsing: map(record, schema).line, schema: room)
  }

  /// The fault that `body` throws; nil if it throws none.
  static func fault(_ body: () throws -> Void) -> DocumentFault? {
    do { try body() } catch let fault as DocumentFault { return fault } catch {}
    return nil
  }

  static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
