import StrictJSON

/// The schema that leaves the lab: the lab's own file without what only the lab may know.
///
/// Each token is copied byte for byte; only white space between tokens goes (formats.md, section 7).
/// Dropped are `labOnly` of the top object, and `from` and `each` of each object in `fields`;
/// nothing deeper, since a `when` may name a question "from".
enum LeavingSchema {
  private static let topMember = "labOnly"
  private static let fieldMembers = ["from", "each"]

  static func bytes(_ root: JSONValue) -> [UInt8] {
    var writer = JSONWriter(capacity: root.token.count)
    writer.object { object in
      for (name, value) in root.members where name != topMember {
        let token = name == "fields" ? fields(value) : value.compacted
        object.member(rawName: value.nameToken ?? [], raw: token[...])
      }
    }
    return writer.bytes
  }

  private static func fields(_ fields: JSONValue) -> [UInt8] {
    guard fields.kind == .array else { return fields.compacted }
    var writer = JSONWriter(capacity: fields.token.count)
    writer.array { list in
      for field in fields.elements {
        guard field.kind == .object else {
          list.raw(field.compacted)
          continue
        }
        list.object { object in
          for (name, value) in field.members where !fieldMembers.contains(name) {
            object.member(rawName: value.nameToken ?? [], raw: value.compacted[...])
          }
        }
      }
    }
    return writer.bytes
  }

  /// Refuses a schema that should have been cut before it left.
  static func refuseLabMembers(_ root: JSONValue) throws(DocumentFault) {
    if let value = root[topMember] { throw fault(value) }
    for field in root["fields"]?.elements ?? root.elements {
      for name in fieldMembers {
        if let value = field[name] { throw fault(value) }
      }
    }
  }

  private static func fault(_ value: JSONValue) -> DocumentFault {
    DocumentFault(
      .schemaFrom, pointer: value.pointer, problem: "must stay in the lab", offset: value.offset)
  }
}
