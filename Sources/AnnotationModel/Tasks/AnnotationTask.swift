public import StrictJSON
public import Vocabulary

/// A task as it lies in a room: one line of tasks.jsonl, checked against its schema.
///
/// Values are places in the line, so that what a record spelled is what is shown and hashed.
public struct AnnotationTask: Sendable {
  private let document: JSONDocument
  public let id: ID
  private let values: [(name: String, value: JSONValue)]
  private let outputs: [(name: String, texts: [JSONValue])]

  /// Reads a line, without its LF.
  ///
  /// Throws `Refusal`: json-… where it is no strict JSON, task-form where it isn't byte for byte
  /// the form of formats.md, section 6, or a value isn't what its field holds.
  public init(parsing line: [UInt8], schema: ProjectSchema) throws(Refusal) {
    do throws(DocumentFault) {
      try self.init(Self.document(line), schema: schema, practice: false)
    } catch { throw error.coded(.taskForm).refusal }
  }

  init(
    _ document: JSONDocument, schema: ProjectSchema, practice: Bool
  ) throws(DocumentFault) {
    let root = document.root
    try root.only(["id", "fields"] + (practice ? ["answers", "explain"] : []))
    let reader = try TaskReader(schema: schema, fields: root.needed("fields"))
    self.document = document
    id = try root.needed("id").asID()
    (values, outputs) = (reader.values, reader.outputs)
    let more: [TaskLine.Part] =
      try !practice
      ? []
      : [
        ("answers", root.needed("answers").token), ("explain", root.needed("explain").token),
      ]
    guard TaskLine.bytes(id: id, fields: reader.parts, more: more) == document.bytes else {
      throw root.problem("must have exactly the form of a task's line")
    }
  }

  /// The line, without its LF: what is hashed and stored.
  public var line: [UInt8] { document.bytes }

  /// The value of a field; nil where the task is without it.
  public func field(_ name: String) -> JSONValue? {
    values.first { $0.name == name }?.value
  }

  /// The keys of an outputs field in the order shown; empty where the task is without it.
  public func outputKeys(of field: String) -> [String] {
    texts(of: field).indices.map(OutputKey.key)
  }

  /// The outputs of a field in the order shown: key and what it says, a string or number.
  public func outputs(of field: String) -> [(key: String, text: JSONValue)] {
    texts(of: field).enumerated().map { (OutputKey.key($0), $1) }
  }

  /// The images that the task's fields show.
  public var assets: [AssetReference] {
    values.compactMap { TaskReader.asset($0.value) }
  }

  private func texts(of field: String) -> [JSONValue] {
    outputs.first { $0.name == field }?.texts ?? []
  }

  static func document(_ line: [UInt8]) throws(DocumentFault) -> JSONDocument {
    guard line.count <= Limits.record else {
      throw DocumentFault(pointer: "", problem: "must be at most \(Limits.record) bytes")
    }
    do { return try JSONDocument(line) } catch { throw DocumentFault(error) }
  }
}
