import StrictJSON

extension SchemaReader {
  func questions(_ value: JSONValue, _ fields: [Field]) throws(DocumentFault) -> [Question] {
    var questions: [Question] = []
    var names: Set<String> = []
    for element in try value.asArray() {
      let question = try self.question(element, fields)
      try unique(question.name, &names, element["name"] ?? element)
      questions.append(question)
    }
    guard !questions.isEmpty else { throw value.problem("must have at least one question") }
    return try withConditions(questions, value)
  }

  /// A question without its conditions, which may name questions that come later.
  private func question(_ value: JSONValue, _ fields: [Field]) throws(DocumentFault) -> Question {
    let (kind, members) = try self.kind(value, fields)
    try value.only(["name", "type", "label", "help", "required", "when"] + members)
    return Question(
      name: try name(value.needed("name")), label: try value.text("label"),
      help: try value.text("help"), required: try value.flag("required"), conditions: [],
      kind: kind)
  }

  private func kind(
    _ value: JSONValue, _ fields: [Field]
  ) throws(DocumentFault) -> (Question.Kind, members: [String]) {
    let type = try value.needed("type")
    switch try type.asText() {
    case "rating": return (.rating(try rating(value, fields)), ["scale", "criteria", "of"])
    case "choice": return (.choice(try options(value.needed("options"))), ["options"])
    case "choices": return (.choices(try options(value.needed("options"))), ["options"])
    case "preference":
      return (.preference(try preference(value, fields)), ["of", "tie", "bothBad", "strength"])
    case "ranking":
      let of = try self.of(value, fields, "an outputs field") { $0.isOutputs }
      return (.ranking(.init(of: of, ties: try value.flag("ties"))), ["of", "ties"])
    case "text": return (.text(try text(value)), ["minLength", "maxLength", "markdown"])
    case "number": return (.number(try number(value)), ["min", "max", "integer"])
    case "spans": return (.spans(try spans(value, fields)), ["of", "labels", "overlap"])
    case "stepLabels":
      return (.stepLabels(try stepLabels(value, fields)), ["of", "critique", "correction"])
    case "toolCallLabels":
      let of = try self.of(value, fields, "a chat field") { $0.kind == .chat }
      return (.toolCallLabels(of: of), ["of"])
    case "steps": return (.steps(try steps(value)), ["minSteps", "alternatives", "final"])
    case "dialogue":
      return (
        .dialogue(try dialogue(value)), ["roles", "minTurns", "maxTurns", "tools", "constraints"]
      )
    default:
      throw type.problem(
        "must be one of rating, choice, choices, preference, ranking, text, number, spans, "
          + "stepLabels, toolCallLabels, steps, dialogue")
    }
  }

  /// The member `of`: the name of a field of the right type.
  func of(
    _ value: JSONValue, _ fields: [Field], _ words: String, _ fits: (Field) -> Bool
  ) throws(DocumentFault) -> String {
    let of = try value.needed("of")
    let name = try of.asText()
    guard let field = fields.first(where: { $0.name == name }), fits(field) else {
      throw of.problem("must be the name of \(words)")
    }
    return name
  }

  /// `options`: strings, or objects with a value and words about it.
  private func options(_ value: JSONValue) throws(DocumentFault) -> [Question.Option] {
    var options: [Question.Option] = []
    var values: Set<String> = []
    for element in try value.asArray() {
      let isText = element.kind == .string
      if !isText { try element.only(["value", "label", "help"]) }
      let spelled = isText ? element : try element.needed("value")
      let option = Question.Option(
        value: try optionValue(spelled), label: isText ? nil : try element.text("label"),
        help: isText ? nil : try element.text("help"))
      try unique(option.value, &values, spelled)
      options.append(option)
    }
    guard !options.isEmpty else { throw value.problem("must have at least one option") }
    return options
  }

  /// A value of an option or the label of a span.
  func optionValue(_ value: JSONValue) throws(DocumentFault) -> String {
    let text = try value.asText()
    guard (1...200).contains(text.unicodeScalars.count), !Self.reserved.contains(text) else {
      throw value.problem("must be 1 to 200 characters, and neither tie nor bothBad")
    }
    return text
  }
}
