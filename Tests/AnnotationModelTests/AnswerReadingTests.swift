import AnnotationModel
import StrictJSON
import Testing

@Suite("What agreement reads from an answer")
struct AnswerReadingTests {
  private func items(_ rules: String, _ answer: String) throws -> [AnswerItem] {
    let fields =
      #"{"name":"o","type":"outputs","from":["/a","/b","/c"]},{"name":"s","type":"steps","from":"/s"}"#
    let schema = try Samples.schema(fields: fields, questions: #"{"name":"q","type":\#(rules)}"#)
    let question = try #require(schema.question("q"))
    let pointers = ["k1": "/b", "k2": "/a", "k3": "/c"]
    let items = AnswerReading.items(
      of: question, answer: try Samples.json(answer), pointer: { pointers[$0] })
    let series = AnswerReading.series(of: question).map(\.name)
    #expect(items.allSatisfy { series.contains($0.series) })
    return items
  }

  private func shown(_ items: [AnswerItem]) -> [String] {
    items.map { item in
      switch item.value {
      case .category(let text): "\(item.series) \(item.part)=\(text)"
      case .number(let number): "\(item.series) \(item.part)=\(number)"
      }
    }
  }

  @Test("A preference by the winner's pointer, whatever key it had")
  func preference() throws {
    let rules = #""preference","of":"o","tie":true"#
    #expect(shown(try items(rules, #"{"winner":"k1"}"#)) == ["q =/b"])
    #expect(shown(try items(rules, #"{"winner":"tie"}"#)) == ["q =tie"])
    #expect(try items(rules, #"{"winner":"k9"}"#).isEmpty)
  }

  @Test("A rating: one series a criterion, one unit an output")
  func rating() throws {
    let scale = #""rating","scale":{"min":1,"max":5}"#
    #expect(shown(try items(scale, "3")) == ["q =3.0"])
    let criteria = scale + #","criteria":[{"name":"x"},{"name":"y"}]"#
    #expect(shown(try items(criteria, #"{"x":1,"y":5}"#)) == ["q.x =1.0", "q.y =5.0"])
    let both = criteria + #","of":"o""#
    #expect(
      shown(try items(both, #"{"k2":{"x":1},"k1":{"x":4}}"#)) == ["q.x /a=1.0", "q.x /b=4.0"])
  }

  @Test("Choices as a set, a ranking as places, steps one by one")
  func others() throws {
    #expect(shown(try items(#""choice","options":["a"]"#, "\"a\"")) == ["q =a"])
    let options = #""choices","options":["a","b"]"#
    #expect(shown(try items(options, #"["b","a"]"#)) == [#"q =["a","b"]"#])
    #expect(shown(try items(options, "[]")) == ["q =[]"])
    let ranking = #""ranking","of":"o","ties":true"#
    #expect(
      shown(try items(ranking, #"[["k1","k3"],["k2"]]"#)) == ["q /b=1.0", "q /c=1.0", "q /a=3.0"])
    let labels = #""stepLabels","of":"s""#
    #expect(
      shown(try items(labels, #"[{"step":1,"label":"-"},{"step":0,"label":null}]"#)) == ["q 1=-"])
    #expect(shown(try items(#""number""#, "1.50")) == ["q =1.5"])
    #expect(try items(#""text""#, "\"words\"").isEmpty)
  }
}
