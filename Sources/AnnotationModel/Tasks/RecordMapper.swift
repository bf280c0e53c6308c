public import StrictJSON
public import Vocabulary

/// Makes tasks from the lab's records: each mapped value's exact JSON token, and nothing else.
public struct RecordMapper: Sendable {
  let schema: ProjectSchema

  /// A mapper for a schema of the lab's side.
  public init(schema: ProjectSchema) { self.schema = schema }

  /// The task that shows `record`.
  ///
  /// - `shuffled`: for n outputs of a blind field an order of 0 ..< n: which output stands first,
  ///   second, …
  /// - `asset`: the image behind a path under the project's `assets/`.
  ///
  /// Throws `DocumentFault` whose pointer leads into the record.
  public func map(
    _ record: JSONDocument, taskID: ID, shuffled: (Int) -> [Int],
    asset: (String) throws -> AssetReference
  ) throws(DocumentFault) -> MappedTask {
    let root = record.root
    guard root.kind == .object else { throw root.problem("must be an object") }
    var parts: [TaskLine.Part] = []
    var outputs: [String: [String: String]] = [:]
    var assets: [AssetReference] = []
    for field in schema.fields {
      if case .outputs(let blind) = field.kind {
        let found = self.outputs(field, root)
        guard try isThere(!found.isEmpty, field) else { continue }
        let order = blind ? shuffled(found.count) : Array(0..<found.count)
        try checkOrder(order, of: found.count)
        for output in found { try FieldForm.checkText(output.value) }
        let shown = order.map { found[$0] }
        parts.append((field.name, TaskLine.outputs(shown.map(\.value.token))[...]))
        outputs[field.name] = Self.keys(shown)
      } else if let value = try value(field, root) {
        var token = value.token
        if field.kind == .image {
          let image = try self.image(value, asset)
          assets.append(image)
          token = image.token[...]
        }
        try FieldForm.check(value, field.kind)
        parts.append((field.name, token))
      }
    }
    let line = TaskLine.bytes(id: taskID, fields: parts)
    guard line.count <= Limits.record else {
      throw root.problem("must make a task of at most \(Limits.record) bytes")
    }
    return MappedTask(
      line: line, id: taskID, record: Self.name(root), outputs: outputs, assets: assets)
  }

  /// The token of a record's own name: its top-level `id`, if that is a string or a number.
  public static func name(_ record: JSONValue) -> String? {
    guard let id = record["id"], id.kind == .string || id.kind == .number else { return nil }
    return String(decoding: id.token, as: UTF8.self)
  }

  /// The value of a field that is no outputs field; nil where it may be left out and is.
  private func value(_ field: Field, _ root: JSONValue) throws(DocumentFault) -> JSONValue? {
    guard case .one(let pointer) = field.source else {
      throw DocumentFault(pointer: "", problem: "field \"\(field.name)\" says no source")
    }
    let value = root.at(pointer)
    guard try isThere(value.map { !$0.isNull } ?? false, field) else { return nil }
    return value
  }

  private func isThere(_ there: Bool, _ field: Field) throws(DocumentFault) -> Bool {
    guard !there, !field.optional else { return there }
    switch field.source {
    case .one(let pointer), .each(let pointer, _):
      throw DocumentFault(
        pointer: pointer.text, problem: "is missing; field \"\(field.name)\" needs it")
    case .list(let pointers):
      let list = pointers.map(\.text).joined(separator: ", ")
      throw DocumentFault(
        pointer: "", problem: "needs at least one of \(list) for field \"\(field.name)\"")
    case nil:
      throw DocumentFault(pointer: "", problem: "field \"\(field.name)\" says no source")
    }
  }

  private func image(
    _ value: JSONValue, _ asset: (String) throws -> AssetReference
  ) throws(DocumentFault) -> AssetReference {
    let path = try value.asText()
    do {
      return try asset(path)
    } catch let fault as DocumentFault {
      throw value.problem(fault.problem)
    } catch {
      throw value.problem("names an image that can't be taken: \(error)")
    }
  }

  private func checkOrder(_ order: [Int], of count: Int) throws(DocumentFault) {
    guard order.sorted() == Array(0..<count) else {
      throw DocumentFault(pointer: "", problem: "the shuffled order isn't one of 0 ..< \(count)")
    }
  }

  private static func keys(_ shown: [Output]) -> [String: String] {
    var keys: [String: String] = [:]
    for (position, output) in shown.enumerated() { keys[OutputKey.key(position)] = output.pointer }
    return keys
  }
}
