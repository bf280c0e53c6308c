import StrictJSON

/// What a required question still needs.
extension AnswerCheck {
  func missing() -> [String] {
    schema.questions.filter { $0.required && applies($0) }.flatMap(missing)
  }

  private func missing(_ question: Question) -> [String] {
    let place = "/" + question.name
    guard let value = answers[question.name] else {
      return canBeAnswered(question) ? [place] : []
    }
    switch question.kind {
    case .rating(let rules): return missing(value, rules, place)
    case .choices, .spans, .toolCallLabels: return value.count > 0 ? [] : [place]
    case .text: return isEmptyText(value) ? [place] : []
    case .stepLabels:
      let labelled = value.elements.contains { $0["label"].map { !$0.isNull } ?? false }
      return labelled ? [] : [place]
    case .steps(let rules):
      let needsSteps = value["steps"].map { $0.count == 0 } ?? true
      return (needsSteps ? [place + "/steps"] : [])
        + (rules.final && value["final"] == nil ? [place + "/final"] : [])
    case .dialogue:
      return value["messages"].map { $0.count == 0 } ?? true ? [place + "/messages"] : []
    case .choice, .preference, .ranking, .number: return []
    }
  }

  /// False where the task has nothing to label: no step, no tool call, no word.
  private func canBeAnswered(_ question: Question) -> Bool {
    guard let of = question.of, let field = task.field(of) else { return true }
    switch question.kind {
    case .spans: return !isEmptyText(field)
    case .stepLabels: return field.count > 0
    case .toolCallLabels: return field.elements.contains { ($0["tool_calls"]?.count ?? 0) > 0 }
    default: return true
    }
  }

  private func isEmptyText(_ value: JSONValue) -> Bool { value.isString("") }

  private func missing(
    _ value: JSONValue, _ rules: Question.Rating, _ place: String
  ) -> [String] {
    guard let of = rules.of else { return missingCriteria(value, rules, place) }
    return task.outputKeys(of: of).flatMap { key in
      let place = "\(place)/\(key)"
      return value[key].map { missingCriteria($0, rules, place) } ?? [place]
    }
  }

  private func missingCriteria(
    _ value: JSONValue, _ rules: Question.Rating, _ place: String
  ) -> [String] {
    rules.criteria.filter { value[$0.name] == nil }.map { "\(place)/\($0.name)" }
  }
}
