import StrictJSON
import Vocabulary

/// Texts, numbers, and what is said about parts of a field.
extension AnswerCheck {
  func text(_ value: JSONValue, _ rules: Question.Text) throws(DocumentFault) {
    let length = Int64(try value.asScalarCount())
    if let least = rules.minLength, length < least {
      throw value.problem("must be at least \(least) characters long; it has \(length)")
    }
    if let most = rules.maxLength, length > most {
      throw value.problem("must be at most \(most) characters long; it has \(length)")
    }
  }

  func number(_ value: JSONValue, _ rules: Question.Number) throws(DocumentFault) {
    let number = try value.asNumber()
    if rules.integer { _ = try value.asInteger(-Limits.maxInteger...Limits.maxInteger) }
    if let least = rules.min, number < least {
      throw value.problem("must be at least \(Self.shown(least))")
    }
    if let most = rules.max, number > most {
      throw value.problem("must be at most \(Self.shown(most))")
    }
  }

  private static func shown(_ number: Double) -> String {
    Int64(exactly: number).map { String($0) } ?? String(number)
  }

  func spans(_ value: JSONValue, _ rules: Question.Spans) throws(DocumentFault) {
    let length = try length(of: rules.of)
    var (previousStart, previousEnd): (Int64, Int64) = (0, 0)
    for span in try value.asArray() {
      try span.only(["start", "end", "label", "comment"])
      let start = try span.needed("start").asInteger()
      let end = try span.needed("end").asInteger()
      guard start < end, end <= length else {
        throw span.problem("must end after its start and within the text's \(length) characters")
      }
      guard start >= previousStart else { throw span.problem("must not start before the last one") }
      guard rules.overlap || start >= previousEnd else {
        throw span.problem("must not overlap the one before")
      }
      let label = try span.needed("label")
      guard rules.labels.contains(where: label.isString) else {
        throw label.problem("must be one of the labels")
      }
      try words(span["comment"])
      (previousStart, previousEnd) = (start, max(end, previousEnd))
    }
  }

  /// Length of a text field in Unicode scalars; of a number in characters as spelled.
  private func length(of field: String) throws(DocumentFault) -> Int64 {
    guard let value = task.field(field) else { return 0 }
    return Int64(value.kind == .number ? value.token.count : try value.asScalarCount())
  }

  func stepLabels(_ value: JSONValue, _ rules: Question.StepLabels) throws(DocumentFault) {
    let count = Int64(task.field(rules.of)?.count ?? 0)
    var labelled: Set<Int64> = []
    for entry in try value.asArray() {
      try entry.only(
        ["step", "label"] + (rules.critique ? ["critique"] : [])
          + (rules.correction ? ["correction"] : []))
      let place = try entry.needed("step")
      let step = try place.asInteger()
      guard step < count, labelled.insert(step).inserted else {
        throw place.problem("must be a step from 0 to \(count - 1) that isn't labelled yet")
      }
      let label = try entry.needed("label")
      guard label.isNull || ["+", "0", "-"].contains(where: label.isString) else {
        throw label.problem("must be \"+\", \"0\", \"-\" or null")
      }
      try words(entry["critique"])
      try words(entry["correction"])
    }
  }

  func toolCallLabels(_ value: JSONValue, _ of: String) throws(DocumentFault) {
    let calls = task.field(of)?.elements.map { $0["tool_calls"]?.count ?? 0 } ?? []
    var labelled: Set<[Int64]> = []
    for entry in try value.asArray() {
      try entry.only(
        ["message", "call", "tool", "arguments", "needed", "severity", "comment"])
      let message = try entry.needed("message").asInteger()
      let call = try entry.needed("call").asInteger()
      guard message < Int64(calls.count), call < Int64(calls[Int(message)]),
        labelled.insert([message, call]).inserted
      else { throw entry.problem("must be about a tool call that isn't labelled yet") }
      try rightOrWrong(entry["tool"])
      try rightOrWrong(entry["arguments"])
      _ = try entry.flag("needed")
      _ = try entry.integer(named: "severity", 1...3)
      try words(entry["comment"])
    }
  }

  private func rightOrWrong(_ value: JSONValue?) throws(DocumentFault) {
    guard let value, !value.isString("right"), !value.isString("wrong") else { return }
    throw value.problem("must be \"right\" or \"wrong\"")
  }

  func words(_ value: JSONValue?) throws(DocumentFault) {
    guard let value, value.kind != .string else { return }
    throw value.problem("must be text")
  }
}
