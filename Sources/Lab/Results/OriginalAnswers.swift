import AnnotationModel
import StrictJSON

/// Answers as the lab reads them: outputs under the pointers of the record instead of the keys
/// under which they were shown.
struct OriginalAnswers {
  let schema: ProjectSchema
  let outputs: OutputNames

  /// Writes the answers, an object that was validated, with every other token as it was given.
  func write(_ answers: JSONValue, to writer: inout JSONWriter) throws {
    try writer.object { object in
      for (name, value) in answers.members {
        try object.member(name) { try write(value, of: schema.question(name), to: &$0) }
      }
    }
  }

  private func write(
    _ value: JSONValue, of question: Question?, to writer: inout JSONWriter
  ) throws {
    guard let question, let field = question.of, let names = outputs.pointers[field] else {
      return writer.raw(InertToken.of(value.token))
    }
    switch question.kind {
    case .rating:
      writer.object { object in
        for (key, rating) in value.members {
          object.member(names[key] ?? key, raw: InertToken.of(rating.token))
        }
      }
    case .preference:
      try writer.object { object in
        for (name, member) in value.members {
          try object.member(name) {
            name == "winner"
              ? $0.string(try original(member, names)) : $0.raw(InertToken.of(member.token))
          }
        }
      }
    case .ranking:
      try writer.array { groups in
        for group in value.elements {
          try groups.array { for key in group.elements { $0.string(try original(key, names)) } }
        }
      }
    default: writer.raw(InertToken.of(value.token))
    }
  }

  /// `tie` and `bothBad` are no outputs and stay.
  private func original(_ key: JSONValue, _ names: [String: String]) throws -> String {
    let key = try key.string()
    return names[key] ?? key
  }
}
