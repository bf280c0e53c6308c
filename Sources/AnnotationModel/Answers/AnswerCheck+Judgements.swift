import StrictJSON

/// Ratings, choices, preferences, rankings.
extension AnswerCheck {
  func rating(_ value: JSONValue, _ rules: Question.Rating) throws(DocumentFault) {
    guard let of = rules.of else { return try marks(value, rules) }
    let keys = task.outputKeys(of: of)
    for (key, value) in try value.asObject() {
      guard keys.contains(key) else { throw value.problem("must be under the key of an output") }
      try marks(value, rules)
    }
  }

  private func marks(_ value: JSONValue, _ rules: Question.Rating) throws(DocumentFault) {
    if rules.criteria.isEmpty { return try mark(value, rules) }
    for (name, value) in try value.asObject() {
      guard rules.criteria.contains(where: { $0.name == name }) else {
        throw value.problem("must be under the name of a criterion")
      }
      try mark(value, rules)
    }
  }

  private func mark(_ value: JSONValue, _ rules: Question.Rating) throws(DocumentFault) {
    _ = try value.asInteger(rules.scale)
  }

  func option(_ value: JSONValue, _ options: [Question.Option]) throws(DocumentFault) {
    guard options.contains(where: { value.isString($0.value) }) else {
      throw value.problem("must be one of the options")
    }
  }

  func choices(_ value: JSONValue, _ options: [Question.Option]) throws(DocumentFault) {
    var chosen: Set<[UInt8]> = []
    for element in try value.asArray() {
      try option(element, options)
      guard let bytes = try? element.wtf8(), chosen.insert(bytes).inserted else {
        throw element.problem("must be chosen once")
      }
    }
  }

  func preference(_ value: JSONValue, _ rules: Question.Preference) throws(DocumentFault) {
    try value.only(["winner", "strength"])
    let winner = try value.needed("winner")
    let isOutput = task.outputKeys(of: rules.of).contains(where: winner.isString)
    guard
      isOutput || rules.tie && winner.isString("tie")
        || rules.bothBad && winner.isString("bothBad")
    else { throw winner.problem("must be the key of an output, or a tie where that is allowed") }
    guard isOutput, let grades = rules.strength else {
      if let strength = value["strength"] {
        throw strength.problem("must be left out: there is no strength to give here")
      }
      return
    }
    _ = try value.needed("strength").asInteger(1...grades)
  }

  func ranking(_ value: JSONValue, _ rules: Question.Ranking) throws(DocumentFault) {
    let keys = task.outputKeys(of: rules.of)
    var ranked: Set<String> = []
    for group in try value.asArray() {
      guard try group.asArray().contains(where: { _ in true }) else {
        throw group.problem("must name at least one output")
      }
      guard rules.ties || group.count == 1 else {
        throw group.problem("must name one output: ties aren't allowed")
      }
      for element in group.elements {
        guard let key = keys.first(where: element.isString), ranked.insert(key).inserted else {
          throw element.problem("must be the key of an output that isn't ranked yet")
        }
      }
    }
    guard ranked.count == keys.count else { throw value.problem("must rank every output") }
  }
}
