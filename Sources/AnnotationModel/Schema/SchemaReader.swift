import StrictJSON
import Vocabulary

/// Reads a schema member by member. What this accepts, everything else in the module relies on.
struct SchemaReader {
  let side: ProjectSchema.Side
  let leaving: [UInt8]

  func project(_ root: JSONValue) throws(DocumentFault) -> ProjectSchema {
    try root.only([
      "airlock", "codename", "version", "retain", "fields", "questions", "reasons", "practice",
      "labOnly",
    ])
    guard try root.needed("airlock").isString("project/1") else {
      throw try root.needed("airlock").problem("must be \"project/1\"")
    }
    let fields = try self.fields(root.needed("fields"))
    return try ProjectSchema(
      codename: codename(root.needed("codename")), version: root.needed("version").asInteger(),
      retain: retain(root["retain"]), fields: fields,
      questions: questions(root.needed("questions"), fields), reasons: reasons(root["reasons"]),
      practicePass: practicePass(root["practice"]), labOnly: labOnly(root["labOnly"]),
      leavingBytes: leaving)
  }

  private func codename(_ value: JSONValue) throws(DocumentFault) -> String {
    let name = try value.asText()
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard (1...64).contains(name.unicodeScalars.count), isPlain else {
      throw value.problem("must be a name of 1 to 64 characters, without control characters")
    }
    return name
  }

  private func retain(_ value: JSONValue?) throws(DocumentFault) -> ProjectSchema.Retain {
    guard let value else { return .wipe }
    guard let retain = ProjectSchema.Retain(rawValue: try value.asText()) else {
      throw value.problem("must be \"wipe\" or \"receipt\"")
    }
    return retain
  }

  private func reasons(_ value: JSONValue?) throws(DocumentFault) -> [String] {
    guard let value else { return [] }
    let reasons = try texts(value)
    // Nine, since each is chosen by one digit.
    guard reasons.count <= 9 else { throw value.problem("must be at most 9 reasons") }
    return reasons
  }

  private func practicePass(_ value: JSONValue?) throws(DocumentFault) -> Int64? {
    guard let value else { return nil }
    try value.only(["pass"])
    return try value.needed("pass").asInteger()
  }

  private func labOnly(_ value: JSONValue?) throws(DocumentFault) -> [String: JSONPointer] {
    guard let value else { return [:] }
    var result: [String: JSONPointer] = [:]
    for (name, value) in try value.asObject() { result[name] = try pointer(value) }
    return result
  }

  // MARK: - Parts that several members share

  /// A name: `[a-z][A-Za-z0-9_]{0,63}`, and none of the two words that answers use.
  func name(_ value: JSONValue) throws(DocumentFault) -> String {
    let name = try value.asText()
    guard Self.isName(name) else {
      throw value.problem(
        "must be a name: a small letter, then at most 63 letters, digits or underscores; "
          + "not tie or bothBad")
    }
    return name
  }

  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 64,
      !reserved.contains(name)
    else { return false }
    return name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x5F
    }
  }

  /// Words that a preference's winner may be, so that nothing else may be called so.
  static let reserved = ["tie", "bothBad"]

  func pointer(_ value: JSONValue) throws(DocumentFault) -> JSONPointer {
    let text = try value.asText()
    do { return try JSONPointer(text) } catch { throw value.problem("must be \(error.expected)") }
  }

  /// An array of strings that aren't empty.
  func texts(_ value: JSONValue) throws(DocumentFault) -> [String] {
    var result: [String] = []
    for element in try value.asArray() {
      let text = try element.asText()
      guard !text.isEmpty else { throw element.problem("must not be empty") }
      result.append(text)
    }
    return result
  }

  /// Refuses a name that was there before.
  func unique(_ name: String, _ names: inout Set<String>, _ value: JSONValue) throws(DocumentFault)
  {
    guard names.insert(name).inserted else {
      throw value.problem("must be a name or value that comes once")
    }
  }
}
