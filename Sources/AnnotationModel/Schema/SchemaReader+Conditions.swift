import StrictJSON

extension SchemaReader {
  /// The questions with what their `when` says, once all of them are known.
  func withConditions(
    _ questions: [Question], _ list: JSONValue
  ) throws(DocumentFault) -> [Question] {
    var result: [Question] = []
    for (question, value) in zip(questions, list.elements) {
      var conditions: [Condition] = []
      if let when = value["when"] {
        for (name, value) in try when.asObject() {
          conditions.append(try condition(name, value, of: question, among: questions))
        }
      }
      result.append(question.asked(when: conditions))
    }
    try refuseCircle(result, list)
    return result
  }

  private func condition(
    _ name: String, _ value: JSONValue, of question: Question, among questions: [Question]
  ) throws(DocumentFault) -> Condition {
    guard let other = questions.first(where: { $0.name == name }), name != question.name else {
      throw value.problem("must be under the name of another question")
    }
    return Condition(question: name, test: try test(value, other))
  }

  private func test(_ value: JSONValue, _ other: Question) throws(DocumentFault) -> Condition.Test {
    guard value.kind == .object else { return .equals(try self.value(value, other)) }
    guard value.count == 1 else {
      throw value.problem("must be a value, {\"not\": value} or {\"in\": [values]}")
    }
    if let not = value["not"] { return .differs(try self.value(not, other)) }
    try value.only(["not", "in"])
    let list = try value.needed("in")
    var values: [Condition.Value] = []
    for element in try list.asArray() { values.append(try self.value(element, other)) }
    guard !values.isEmpty else { throw list.problem("must have at least one value") }
    return .isOneOf(values)
  }

  /// A value that the other question's answer can have.
  private func value(
    _ value: JSONValue, _ other: Question
  ) throws(DocumentFault) -> Condition.Value {
    switch other.kind {
    case .choice(let options), .choices(let options):
      let text = try value.asText()
      guard options.contains(where: { $0.value == text }) else {
        throw value.problem("must be one of the options of that question")
      }
      return .text(text)
    case .preference(let rules):
      let text = try value.asText()
      guard rules.canBeWon(by: text) else {
        throw value.problem("must be an output key such as k1, or tie or bothBad where allowed")
      }
      return .text(text)
    case .number: return .number(try value.asNumber())
    case .rating(let rules) where rules.criteria.isEmpty && rules.of == nil:
      return .number(Double(try value.asInteger(rules.scale)))
    default:
      throw value.problem(
        "must be about a choice, choices, preference or number, or a rating that is one mark")
    }
  }

  /// Refuses questions that wait for each other: none of them could ever be asked.
  private func refuseCircle(_ questions: [Question], _ list: JSONValue) throws(DocumentFault) {
    var open = questions
    while !open.isEmpty {
      let names = Set(open.map(\.name))
      let waiting = open.filter { $0.conditions.contains { names.contains($0.question) } }
      if waiting.count == open.count {
        let place = zip(questions, list.elements).first { $0.0.name == open[0].name }
        throw (place?.1["when"] ?? list).problem("must not lead back to this question itself")
      }
      open = waiting
    }
  }
}

extension Question {
  fileprivate func asked(when conditions: [Condition]) -> Question {
    Question(
      name: name, label: label, help: help, required: required, conditions: conditions, kind: kind)
  }
}

extension Question.Preference {
  /// Whether a winner can be called so: an output key, or one of the two words where allowed.
  fileprivate func canBeWon(by text: String) -> Bool {
    switch text {
    case "tie": tie
    case "bothBad": bothBad
    default: OutputKey.isKey(text)
    }
  }
}
