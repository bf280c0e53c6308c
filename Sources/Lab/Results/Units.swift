import Agreement
import AnnotationModel
import StrictJSON

/// What people can agree on in an answer: single values under names that are the same for every
/// rater of a record.
struct Units {
  let schema: ProjectSchema
  let outputs: OutputNames

  /// One value: the series that it belongs to, the item within the record, and what was said.
  struct Value {
    let series: Series
    /// Which output, step or call of the record; empty where the question is about the whole.
    let item: String
    let category: Category
  }

  /// Values that are compared with each other.
  struct Series: Hashable, Comparable {
    /// Place of the question in its schema, so that reports keep its order.
    let place: Int
    let name: String
    let isNumeric: Bool

    static func < (left: Series, right: Series) -> Bool {
      (left.place, left.name) < (right.place, right.name)
    }
  }

  /// The values of an answer. Free texts, spans and written steps have none: agreement on them
  /// needs a measure of their likeness.
  func values(of answers: JSONValue) throws -> [Value] {
    var values: [Value] = []
    for (place, question) in schema.questions.enumerated() {
      guard let answer = answers[question.name] else { continue }
      values += try self.values(answer, question, place)
    }
    return values
  }

  private func values(
    _ answer: JSONValue, _ question: Question, _ place: Int
  ) throws -> [Value] {
    let nominal = Series(place: place, name: question.name, isNumeric: false)
    let names = question.of.flatMap { outputs.pointers[$0] } ?? [:]
    switch question.kind {
    case .choice: return [Value(series: nominal, item: "", category: .text(try answer.string()))]
    case .choices:
      let chosen = try answer.elements.map { try $0.string() }.sorted()
      return [
        Value(series: nominal, item: "", category: .text(chosen.joined(separator: "\u{1F}")))
      ]
    case .preference:
      let winner = try answer.require("winner").string()
      return [Value(series: nominal, item: "", category: .text(names[winner] ?? winner))]
    case .ranking: return try ranks(answer, nominal, names)
    case .number:
      let series = Series(place: place, name: question.name, isNumeric: true)
      return [Value(series: series, item: "", category: .number(try answer.number()))]
    case .rating: return try ratings(answer, question, place, names)
    case .stepLabels: return try labels(answer, nominal)
    case .toolCallLabels: return try calls(answer, question, place)
    case .text, .spans, .steps, .dialogue: return []
    }
  }

  /// Each output's rating; or one a criterion, each a series of its own; or the one there is.
  private func ratings(
    _ answer: JSONValue, _ question: Question, _ place: Int, _ names: [String: String]
  ) throws -> [Value] {
    func series(_ criterion: String? = nil) -> Series {
      Series(
        place: place, name: criterion.map { "\(question.name)/\($0)" } ?? question.name,
        isNumeric: true)
    }
    func value(_ number: JSONValue, _ criterion: String?, _ item: String) throws -> Value {
      Value(series: series(criterion), item: item, category: .number(try number.number()))
    }
    func criteria(_ value: JSONValue, _ item: String) throws -> [Value] {
      guard value.kind == .object else {
        return [try Value(series: series(), item: item, category: .number(value.number()))]
      }
      return try value.members.map { name, number in
        Value(series: series(name), item: item, category: .number(try number.number()))
      }
    }
    guard question.of != nil else { return try criteria(answer, "") }
    return try answer.members.flatMap { key, value in try criteria(value, names[key] ?? key) }
  }

  /// The rank of each output, 1 for the best; outputs of one group share theirs.
  private func ranks(
    _ answer: JSONValue, _ nominal: Series, _ names: [String: String]
  ) throws -> [Value] {
    let series = Series(place: nominal.place, name: nominal.name, isNumeric: true)
    var values: [Value] = []
    for (rank, group) in answer.elements.enumerated() {
      for key in group.elements {
        let key = try key.string()
        values.append(
          Value(series: series, item: names[key] ?? key, category: .number(Double(rank + 1))))
      }
    }
    return values
  }

  private func labels(_ answer: JSONValue, _ series: Series) throws -> [Value] {
    try answer.elements.compactMap { label in
      guard let value = label["label"], !value.isNull else { return nil }
      let step = try label.require("step").integer()
      return Value(series: series, item: "step \(step)", category: .text(try value.string()))
    }
  }

  /// Each judgement on a call is a series of its own.
  private func calls(
    _ answer: JSONValue, _ question: Question, _ place: Int
  ) throws -> [Value] {
    var values: [Value] = []
    for label in answer.elements {
      let message = try label.require("message").integer()
      let call = try label.require("call").integer()
      for name in ["tool", "arguments", "needed"] {
        guard let value = label[name] else { continue }
        values.append(
          Value(
            series: Series(place: place, name: "\(question.name)/\(name)", isNumeric: false),
            item: "message \(message) call \(call)",
            category: .text(String(decoding: value.token, as: UTF8.self))))
      }
    }
    return values
  }
}
