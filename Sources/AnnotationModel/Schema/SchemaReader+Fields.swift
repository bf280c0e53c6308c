import StrictJSON

extension SchemaReader {
  func fields(_ value: JSONValue) throws(DocumentFault) -> [Field] {
    var fields: [Field] = []
    var names: Set<String> = []
    for element in try value.asArray() {
      let field = try self.field(element)
      try unique(field.name, &names, element["name"] ?? element)
      fields.append(field)
    }
    guard !fields.isEmpty else { throw value.problem("must have at least one field") }
    return fields
  }

  private func field(_ value: JSONValue) throws(DocumentFault) -> Field {
    let type = try value.needed("type")
    let kind = try self.kind(type, value)
    var members = ["name", "type", "label", "optional"] + Self.members(of: kind)
    if side == .lab { members.append("from") }
    if side == .lab, case .outputs = kind { members.append("each") }
    try value.only(members)
    return Field(
      name: try name(value.needed("name")), kind: kind, label: try value.text("label"),
      optional: try value.flag("optional"),
      source: side == .lab
        ? try source(value, isOutputs: kind == .outputs(blind: kind.isBlind)) : nil)
  }

  private func kind(_ type: JSONValue, _ value: JSONValue) throws(DocumentFault) -> Field.Kind {
    switch try type.asText() {
    case "text": return .text(language: try value.text("language"))
    case "markdown": return .markdown(language: try value.text("language"))
    case "code": return .code(language: try value.text("language"))
    case "chat": return .chat
    case "steps": return .steps
    case "outputs": return .outputs(blind: try value.flag("blind"))
    case "document": return .document
    case "image": return .image
    default:
      throw type.problem(
        "must be one of text, markdown, code, chat, steps, outputs, document, image")
    }
  }

  private static func members(of kind: Field.Kind) -> [String] {
    switch kind {
    case .text, .markdown, .code: ["language"]
    case .outputs: ["blind"]
    default: []
    }
  }

  private func source(_ field: JSONValue, isOutputs: Bool) throws(DocumentFault) -> Field.Source {
    let from = try field.needed("from")
    if from.kind == .array && isOutputs {
      if let each = field["each"] {
        throw each.problem("must be left out where from is a list of pointers")
      }
      return .list(try pointers(from))
    }
    let outer = try pointer(from)
    guard isOutputs else { return .one(outer) }
    // Without `each` the elements themselves are the outputs.
    guard let each = field["each"] else { return .each(outer, inner: JSONPointer.whole) }
    return .each(outer, inner: try pointer(each))
  }

  private func pointers(_ value: JSONValue) throws(DocumentFault) -> [JSONPointer] {
    var pointers: [JSONPointer] = []
    for element in value.elements {
      let pointer = try self.pointer(element)
      guard !pointers.contains(pointer) else {
        throw element.problem("must be a pointer that isn't in the list already")
      }
      pointers.append(pointer)
    }
    guard !pointers.isEmpty else { throw value.problem("must have at least one pointer") }
    return pointers
  }
}

extension Field.Kind {
  fileprivate var isBlind: Bool { if case .outputs(blind: true) = self { true } else { false } }
}
