public import StrictJSON

/// Reads from answers what agreement is measured on.
///
/// Outputs are named by their pointers in the record, since each room shows them under keys of its
/// own. Free text, spans, tool-call labels and written work have no series.
public enum AnswerReading {
  /// The series of a question; empty where its answers can't be compared by a coefficient.
  public static func series(of question: Question) -> [AnswerSeries] {
    switch question.kind {
    case .rating(let rules):
      let names = rules.criteria.isEmpty ? [question.name] : criteria(question, rules)
      return names.map { AnswerSeries(name: $0, level: .numeric) }
    case .number, .ranking: return [AnswerSeries(name: question.name, level: .numeric)]
    case .choice, .choices, .preference, .stepLabels:
      return [AnswerSeries(name: question.name, level: .nominal)]
    case .text, .spans, .toolCallLabels, .steps, .dialogue: return []
    }
  }

  /// The values of an answer that has been validated.
  ///
  /// `pointer` gives an output's original JSON Pointer for its key; what has none is left out.
  public static func items(
    of question: Question, answer: JSONValue, pointer: (String) -> String?
  ) -> [AnswerItem] {
    switch question.kind {
    case .rating(let rules): ratings(question, rules, answer, pointer)
    case .number: number(answer, question.name, part: "")
    case .choice: category(answer, question.name)
    case .choices: [choices(answer, question.name)]
    case .preference: winner(answer, question.name, pointer)
    case .ranking: positions(answer, question.name, pointer)
    case .stepLabels: labels(answer, question.name)
    case .text, .spans, .toolCallLabels, .steps, .dialogue: []
    }
  }

  private static func criteria(_ question: Question, _ rules: Question.Rating) -> [String] {
    rules.criteria.map { "\(question.name).\($0.name)" }
  }

  private static func ratings(
    _ question: Question, _ rules: Question.Rating, _ answer: JSONValue,
    _ pointer: (String) -> String?
  ) -> [AnswerItem] {
    guard rules.of != nil else { return marks(question, rules, answer, part: "") }
    return answer.members.flatMap { key, value in
      pointer(key).map { marks(question, rules, value, part: $0) } ?? []
    }
  }

  private static func marks(
    _ question: Question, _ rules: Question.Rating, _ answer: JSONValue, part: String
  ) -> [AnswerItem] {
    if rules.criteria.isEmpty { return number(answer, question.name, part: part) }
    return answer.members.flatMap { name, value in
      number(value, "\(question.name).\(name)", part: part)
    }
  }

  private static func number(_ value: JSONValue, _ series: String, part: String) -> [AnswerItem] {
    guard let number = try? value.number() else { return [] }
    return [AnswerItem(series: series, part: part, value: .number(number))]
  }

  private static func category(_ value: JSONValue, _ series: String) -> [AnswerItem] {
    guard let text = try? value.string() else { return [] }
    return [AnswerItem(series: series, part: "", value: .category(text))]
  }

  /// The set that was chosen, as one category: the options in the order of their bytes.
  private static func choices(_ answer: JSONValue, _ series: String) -> AnswerItem {
    let chosen = answer.elements.compactMap { try? $0.string() }
    var writer = JSONWriter()
    writer.array { list in
      for option in chosen.sorted() { list.string(option) }
    }
    let set = String(decoding: writer.bytes, as: UTF8.self)
    return AnswerItem(series: series, part: "", value: .category(set))
  }

  private static func winner(
    _ answer: JSONValue, _ series: String, _ pointer: (String) -> String?
  ) -> [AnswerItem] {
    guard let winner = try? answer["winner"]?.string() else { return [] }
    let isWord = winner == "tie" || winner == "bothBad"
    guard let category = isWord ? winner : pointer(winner) else { return [] }
    return [AnswerItem(series: series, part: "", value: .category(category))]
  }

  /// Each output's place from 1: one more than there are outputs before its group.
  private static func positions(
    _ answer: JSONValue, _ series: String, _ pointer: (String) -> String?
  ) -> [AnswerItem] {
    var items: [AnswerItem] = []
    var place = 1
    for group in answer.elements {
      for key in group.elements {
        guard let key = try? key.string(), let part = pointer(key) else { continue }
        items.append(AnswerItem(series: series, part: part, value: .number(Double(place))))
      }
      place += group.count
    }
    return items
  }

  /// One item for each step that was judged; a blank one says nothing.
  private static func labels(_ answer: JSONValue, _ series: String) -> [AnswerItem] {
    answer.elements.compactMap { entry in
      guard let step = try? entry["step"]?.integer(), let label = try? entry["label"]?.string()
      else { return nil }
      return AnswerItem(series: series, part: String(step), value: .category(label))
    }
  }
}
