import StrictJSON

extension RecordMapper {
  /// One output as it lies in the record.
  struct Output {
    let value: JSONValue
    /// JSON Pointer from the record's root.
    let pointer: String
  }

  /// The outputs that are there, in the order of `from`.
  func outputs(_ field: Field, _ root: JSONValue) -> [Output] {
    switch field.source {
    case .one, nil: []
    case .list(let pointers): pointers.compactMap { output(root, $0, under: "") }
    case .each(let outer, let inner):
      root.at(outer).map { each($0, inner, under: outer.text) } ?? []
    }
  }

  private func each(_ list: JSONValue, _ inner: JSONPointer, under outer: String) -> [Output] {
    var outputs: [Output] = []
    if list.kind == .array {
      for (position, element) in list.elements.enumerated() {
        output(element, inner, under: "\(outer)/\(position)").map { outputs.append($0) }
      }
    }
    for (name, element) in list.members {
      output(element, inner, under: "\(outer)/\(Self.escaped(name))").map { outputs.append($0) }
    }
    return outputs
  }

  private func output(_ value: JSONValue, _ pointer: JSONPointer, under outer: String) -> Output? {
    guard let found = value.at(pointer), !found.isNull else { return nil }
    return Output(value: found, pointer: outer + pointer.text)
  }

  /// A name as a token of a JSON Pointer (RFC 6901, section 3).
  private static func escaped(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
