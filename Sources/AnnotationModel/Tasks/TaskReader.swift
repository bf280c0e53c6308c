import StrictJSON
import Vocabulary

/// Reads `fields` of a task's line against the schema.
struct TaskReader {
  /// Fields that are there, by name. Few, so a list is faster than a dictionary.
  private(set) var values: [(name: String, value: JSONValue)] = []
  private(set) var outputs: [(name: String, texts: [JSONValue])] = []
  /// What the line should hold, to compare it byte for byte.
  private(set) var parts: [TaskLine.Part] = []

  init(schema: ProjectSchema, fields: JSONValue) throws(DocumentFault) {
    try fields.only(schema.fields.map(\.name))
    for field in schema.fields {
      guard let value = fields[field.name] else {
        guard field.optional else {
          throw fields.problem("must have every field that isn't optional")
        }
        continue
      }
      try FieldForm.check(value, field.kind)
      values.append((field.name, value))
      parts.append((field.name, try token(value, field)))
    }
  }

  /// The token as it should be: of outputs and images, which we write, in exactly our form.
  private mutating func token(
    _ value: JSONValue, _ field: Field
  ) throws(DocumentFault) -> ArraySlice<UInt8> {
    switch field.kind {
    case .outputs:
      let texts = try Self.texts(value)
      outputs.append((field.name, texts))
      return TaskLine.outputs(texts.map(\.token))[...]
    case .image:
      guard let asset = Self.asset(value) else {
        throw value.problem("must be {\"asset\", \"type\"} with a type that can be shown")
      }
      return asset.token[...]
    default: return value.token
    }
  }

  private static func texts(_ value: JSONValue) throws(DocumentFault) -> [JSONValue] {
    var texts: [JSONValue] = []
    for output in try value.asArray() {
      try output.only(["key", "text"])
      let text = try output.needed("text")
      try FieldForm.checkText(text)
      texts.append(text)
    }
    guard !texts.isEmpty else { throw value.problem("must have at least one output") }
    return texts
  }

  /// The image that a value names, if it is one.
  static func asset(_ value: JSONValue) -> AssetReference? {
    guard let digest = try? value["asset"]?.digest(), let type = value["type"],
      let known = ImageType.allCases.map(\.rawValue).first(where: type.isString)
    else { return nil }
    return AssetReference(sha256: digest, type: known)
  }
}
