import StrictJSON
import Vocabulary

/// The rules of each type of question.
extension SchemaReader {
  func rating(_ value: JSONValue, _ fields: [Field]) throws(DocumentFault) -> Question.Rating {
    let scale = try value.needed("scale")
    try scale.only(["min", "max", "labels"])
    let whole = -Limits.maxInteger...Limits.maxInteger
    let low = try scale.needed("min").asInteger(whole)
    let high = try scale.needed("max").asInteger(whole)
    guard low < high else { throw try scale.needed("max").problem("must be more than min") }
    let of =
      value["of"] == nil ? nil : try self.of(value, fields, "an outputs field") { $0.isOutputs }
    return Question.Rating(
      scale: low...high, labels: try labels(scale["labels"], low...high),
      criteria: try criteria(value["criteria"]), of: of)
  }

  private func labels(
    _ value: JSONValue?, _ scale: ClosedRange<Int64>
  ) throws(DocumentFault) -> [Int64: String] {
    guard let value else { return [:] }
    var labels: [Int64: String] = [:]
    for (name, value) in try value.asObject() {
      guard let mark = Int64(name), String(mark) == name, scale.contains(mark) else {
        throw value.problem("must be under the name of a mark of the scale")
      }
      labels[mark] = try value.asText()
    }
    return labels
  }

  private func criteria(_ value: JSONValue?) throws(DocumentFault) -> [Question.Rating.Criterion] {
    guard let value else { return [] }
    var criteria: [Question.Rating.Criterion] = []
    var names: Set<String> = []
    for element in try value.asArray() {
      try element.only(["name", "label", "help"])
      let criterion = Question.Rating.Criterion(
        name: try name(element.needed("name")), label: try element.text("label"),
        help: try element.text("help"))
      try unique(criterion.name, &names, element["name"] ?? element)
      criteria.append(criterion)
    }
    guard !criteria.isEmpty else { throw value.problem("must have at least one criterion") }
    return criteria
  }

  func preference(
    _ value: JSONValue, _ fields: [Field]
  ) throws(DocumentFault) -> Question.Preference {
    Question.Preference(
      of: try of(value, fields, "an outputs field") { $0.isOutputs }, tie: try value.flag("tie"),
      bothBad: try value.flag("bothBad"), strength: try value.integer(named: "strength", 1...100))
  }

  func text(_ value: JSONValue) throws(DocumentFault) -> Question.Text {
    let rules = Question.Text(
      minLength: try value.integer(named: "minLength"),
      maxLength: try value.integer(named: "maxLength"), markdown: try value.flag("markdown"))
    try ordered(rules.minLength, rules.maxLength, value["maxLength"], "minLength")
    return rules
  }

  func number(_ value: JSONValue) throws(DocumentFault) -> Question.Number {
    let low = try value["min"].map { value throws(DocumentFault) in try value.asNumber() }
    let high = try value["max"].map { value throws(DocumentFault) in try value.asNumber() }
    try ordered(low, high, value["max"], "min")
    return Question.Number(min: low, max: high, integer: try value.flag("integer"))
  }

  func spans(_ value: JSONValue, _ fields: [Field]) throws(DocumentFault) -> Question.Spans {
    let list = try value.needed("labels")
    var labels: [String] = []
    var seen: Set<String> = []
    for element in try list.asArray() {
      let label = try optionValue(element)
      try unique(label, &seen, element)
      labels.append(label)
    }
    guard !labels.isEmpty else { throw list.problem("must have at least one label") }
    return Question.Spans(
      of: try of(value, fields, "a text, markdown, code or document field") { $0.isText },
      labels: labels, overlap: try value.flag("overlap"))
  }

  func stepLabels(
    _ value: JSONValue, _ fields: [Field]
  ) throws(DocumentFault) -> Question.StepLabels {
    Question.StepLabels(
      of: try of(value, fields, "a steps field") { $0.kind == .steps },
      critique: try value.flag("critique"), correction: try value.flag("correction"))
  }

  func steps(_ value: JSONValue) throws(DocumentFault) -> Question.Steps {
    Question.Steps(
      minSteps: try value.integer(named: "minSteps"),
      alternatives: try value.flag("alternatives"), final: try value.flag("final"))
  }

  func dialogue(_ value: JSONValue) throws(DocumentFault) -> Question.Dialogue {
    let rules = Question.Dialogue(
      roles: try texts(value.needed("roles")), minTurns: try value.integer(named: "minTurns"),
      maxTurns: try value.integer(named: "maxTurns"), tools: try tools(value["tools"]),
      constraints: try value["constraints"].map { list throws(DocumentFault) in try texts(list) }
        ?? [])
    guard !rules.roles.isEmpty else {
      throw try value.needed("roles").problem("must have at least one role")
    }
    guard Set(rules.roles).count == rules.roles.count else {
      throw try value.needed("roles").problem("must name each role once")
    }
    try ordered(rules.minTurns, rules.maxTurns, value["maxTurns"], "minTurns")
    return rules
  }

  private func tools(_ value: JSONValue?) throws(DocumentFault) -> [Question.Dialogue.Tool] {
    guard let value else { return [] }
    var tools: [Question.Dialogue.Tool] = []
    var names: Set<String> = []
    for element in try value.asArray() {
      try element.only(["name", "description", "arguments"])
      let name = try element.needed("name")
      let text = try name.asText()
      guard !text.isEmpty else { throw name.problem("must not be empty") }
      try unique(text, &names, name)
      tools.append(
        Question.Dialogue.Tool(
          name: text, description: try element.text("description"),
          arguments: try element["arguments"].map { list throws(DocumentFault) in try texts(list) }
            ?? []))
    }
    return tools
  }

  private func ordered<Bound: Comparable>(
    _ low: Bound?, _ high: Bound?, _ place: JSONValue?, _ name: String
  ) throws(DocumentFault) {
    guard let low, let high, let place, high < low else { return }
    throw place.problem("must not be less than \(name)")
  }
}
