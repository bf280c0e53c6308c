import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("Answers keep the rules of their questions")
struct AnswerSetTests {
  private static let record =
    #"{"p":"a\ud83d\u0000é😀","a":"one","b":"two","s":["x","y"],"n":12.5,"c":[{"role":"u","content":"#
    + #""hi"},{"role":"a","content":null,"tool_calls":[{"function":{"name":"f","arguments":"{}"}},"#
    + #"{"function":{"name":"g","arguments":{}}}]}]}"#
  private static let fields =
    #"{"name":"p","type":"text","from":"/p"},{"name":"o","type":"outputs","from":["/a","/b"]},"#
    + #"{"name":"s","type":"steps","from":"/s"},{"name":"c","type":"chat","from":"/c"},"#
    + #"{"name":"n","type":"text","from":"/n"},"#
    + #"{"name":"gone","type":"text","from":"/gone","optional":true}"#

  /// What is wrong with the answers; nil if nothing is.
  private func fault(_ questions: String, _ answers: String) throws -> DocumentFault? {
    let schema = try Samples.schema(fields: Self.fields, questions: questions)
    let task = try Samples.task(Self.record, schema)
    let value = try Samples.json(answers)
    let found = Samples.fault { try AnswerSet.validate(value, for: task, in: schema) }
    #expect(found == nil || found?.code == .answer || found?.code == .jsonInteger)
    return found
  }

  /// Checks one question `q` against answers that are good and answers that aren't.
  private func check(_ rules: String, good: [String], bad: [String]) throws {
    let question = #"{"name":"q","type":\#(rules)}"#
    for value in good { #expect(try fault(question, #"{"q":\#(value)}"#) == nil, "\(value)") }
    for value in bad {
      let found = try fault(question, #"{"q":\#(value)}"#)
      #expect(found?.pointer.hasPrefix("/q") == true, "\(value)")
    }
  }

  @Test("rating")
  func rating() throws {
    try check(
      #""rating","scale":{"min":-1,"max":5}"#, good: ["-1", "5", "0"],
      bad: ["6", "-2", "1.0", "1e0", "\"1\"", "null", "{}", "[1]"])
    try check(
      #""rating","scale":{"min":1,"max":5},"criteria":[{"name":"x"},{"name":"y"}]"#,
      good: [#"{"x":1,"y":5}"#, #"{"y":1}"#], bad: ["1", #"{"z":1}"#, #"{"x":0}"#, #"{"x":null}"#])
    try check(
      #""rating","scale":{"min":1,"max":5},"of":"o","required":true"#, good: [#"{"k2":1,"k1":5}"#],
      bad: [#"{"k1":1}"#, #"{"k1":1,"k2":1,"k3":1}"#, "1", "{}"])
    try check(
      #""rating","scale":{"min":1,"max":5},"of":"o","criteria":[{"name":"x"}],"required":true"#,
      good: [#"{"k1":{"x":1},"k2":{"x":2}}"#],
      bad: [#"{"k1":{"x":1},"k2":{}}"#, #"{"k1":1,"k2":1}"#])
  }

  @Test("choice and choices")
  func choices() throws {
    try check(
      #""choice","options":["a",{"value":"é"}]"#, good: ["\"a\"", "\"\\u00e9\""],
      bad: ["\"b\"", "\"A\"", "[\"a\"]", "null", "\"e\u{301}\""])
    try check(
      #""choices","options":["a","b"]"#, good: ["[]", "[\"b\",\"a\"]"],
      bad: ["\"a\"", "[\"a\",\"a\"]", "[\"a\",\"\\u0061\"]", "[\"c\"]", "[1]"])
    try check(#""choices","required":true,"options":["a"]"#, good: ["[\"a\"]"], bad: ["[]"])
  }

  @Test("preference")
  func preference() throws {
    try check(
      #""preference","of":"o","strength":3,"tie":true"#,
      good: [#"{"winner":"k2","strength":3}"#, #"{"winner":"tie"}"#],
      bad: [
        #"{"winner":"k1"}"#, #"{"winner":"k1","strength":4}"#, #"{"winner":"k1","strength":0}"#,
        #"{"winner":"tie","strength":1}"#, #"{"winner":"bothBad"}"#,
        #"{"winner":"k3","strength":1}"#,
        #"{"winner":"/a","strength":1}"#, #""k1""#, "{}", #"{"winner":"tie","why":"x"}"#,
      ])
    try check(
      #""preference","of":"o","bothBad":true"#,
      good: [#"{"winner":"k1"}"#, #"{"winner":"bothBad"}"#],
      bad: [#"{"winner":"tie"}"#, #"{"winner":"k1","strength":1}"#])
  }

  @Test("ranking")
  func ranking() throws {
    try check(
      #""ranking","of":"o""#, good: [#"[["k2"],["k1"]]"#],
      bad: [
        #"[["k2","k1"]]"#, #"[["k2"]]"#, #"[["k1"],["k1"]]"#, #"[["k1"],[],["k2"]]"#,
        #"["k1","k2"]"#,
        #"[["k1"],["k2"],["k3"]]"#, "[]",
      ])
    try check(#""ranking","of":"o","ties":true"#, good: [#"[["k2","k1"]]"#], bad: [#"[["k1"]]"#])
  }

  @Test("text: length in scalars, untrimmed, a lone surrogate counts one")
  func text() throws {
    try check(
      #""text","minLength":2,"maxLength":3"#,
      good: ["\"  \"", "\"\\ud83dx\"", "\"😀😀😀\"", "\"e\u{301}\""], bad: ["\"a\"", "\"abcd\"", "1"])
    try check(#""text","required":true"#, good: ["\" \""], bad: ["\"\""])
  }

  @Test("number")
  func number() throws {
    try check(
      #""number","min":-0.5,"max":10"#, good: ["-0.50", "1e1", "3"],
      bad: ["-0.51", "10.1", "\"1\"", "1e999", "null"])
    try check(#""number","integer":true"#, good: ["-3", "0"], bad: ["1.0", "1e2", "0.5"])
  }

  @Test("spans: in scalars of the unescaped text")
  func spans() throws {
    func span(_ start: Int, _ end: Int, _ label: String = "x") -> String {
      #"{"start":\#(start),"end":\#(end),"label":"\#(label)"}"#
    }
    // The text is a, a lone surrogate, NUL, é, 😀: five scalars.
    try check(
      #""spans","of":"p","labels":["x"]"#,
      good: ["[\(span(0, 5))]", "[\(span(0, 1)),\(span(1, 2))]", "[]"],
      bad: [
        "[\(span(0, 6))]", "[\(span(2, 2))]", "[\(span(3, 2))]", "[\(span(0, 1, "y"))]",
        "[\(span(0, 2)),\(span(1, 3))]", "[\(span(2, 3)),\(span(0, 1))]",
        #"[{"start":0,"end":1}]"#, #"[{"start":0,"end":1,"label":"x","note":""}]"#,
        #"[{"start":0,"end":1,"label":"x","comment":1}]"#, #"[{"start":-1,"end":1,"label":"x"}]"#,
      ])
    try check(
      #""spans","of":"p","labels":["x"],"overlap":true"#, good: ["[\(span(0, 3)),\(span(0, 2))]"],
      bad: ["[\(span(1, 3)),\(span(0, 2))]"])
    try check(
      #""spans","of":"n","labels":["x"]"#, good: ["[\(span(0, 4))]"], bad: ["[\(span(0, 5))]"])
  }

  @Test("stepLabels")
  func stepLabels() throws {
    try check(
      #""stepLabels","of":"s","critique":true"#,
      good: [#"[{"step":1,"label":"-","critique":"no"},{"step":0,"label":null}]"#, "[]"],
      bad: [
        #"[{"step":2,"label":"+"}]"#, #"[{"step":0,"label":"x"}]"#, #"[{"step":0}]"#,
        #"[{"step":0,"label":"+"},{"step":0,"label":"0"}]"#,
        #"[{"step":0,"label":"-","correction":"no"}]"#, #"[{"step":0,"label":1}]"#,
      ])
    try check(
      #""stepLabels","of":"s","required":true"#, good: [#"[{"step":0,"label":"0"}]"#],
      bad: ["[]", #"[{"step":0,"label":null}]"#])
  }

  @Test("toolCallLabels")
  func toolCallLabels() throws {
    try check(
      #""toolCallLabels","of":"c""#,
      good: [
        #"[{"message":1,"call":1,"tool":"wrong","arguments":"right","needed":false,"severity":3,"#
          + #""comment":"c"},{"message":1,"call":0}]"#
      ],
      bad: [
        #"[{"message":0,"call":0}]"#, #"[{"message":1,"call":2}]"#, #"[{"message":2,"call":0}]"#,
        #"[{"message":1,"call":0},{"message":1,"call":0}]"#, #"[{"message":1}]"#,
        #"[{"message":1,"call":0,"tool":"bad"}]"#, #"[{"message":1,"call":0,"severity":4}]"#,
        #"[{"message":1,"call":0,"needed":"yes"}]"#, #"[{"message":1,"call":0,"label":"x"}]"#,
      ])
  }

  @Test("steps")
  func steps() throws {
    try check(
      #""steps","minSteps":2,"final":true"#,
      good: [#"{"steps":[{"text":"a"},{"text":"b"}],"final":"c"}"#],
      bad: [
        #"{"steps":[{"text":"a"}],"final":"c"}"#,
        #"{"steps":[{"text":"a"},{"text":""}],"final":"c"}"#,
        #"{"steps":[{"text":"a"},{"text":"b","alternatives":["c"]}],"final":"c"}"#,
        #"{"final":"c"}"#,
        #"{"steps":["a","b"],"final":"c"}"#, #"{"steps":[{"text":"a"},{"text":"b"}],"final":1}"#,
      ])
    try check(
      #""steps","alternatives":true,"required":true"#,
      good: [#"{"steps":[{"text":"a","alternatives":["b"]}]}"#],
      bad: [
        #"{"steps":[]}"#, #"{"steps":[{"text":"a","alternatives":"b"}]}"#,
        #"{"steps":[{"text":"a"}],"final":"x"}"#,
      ])
    try check(
      #""steps","final":true,"required":true"#, good: [], bad: [#"{"steps":[{"text":"a"}]}"#])
  }

  @Test("dialogue")
  func dialogue() throws {
    let call = #"{"function":{"name":"find","arguments":{"id":1}}}"#
    try check(
      #""dialogue","roles":["user","bot"],"minTurns":1,"maxTurns":2,"tools":[{"name":"find","#
        + #""arguments":["id"]}]"#,
      good: [
        #"{"messages":[{"role":"user","content":"hi"}]}"#,
        #"{"messages":[{"role":"bot","content":null,"tool_calls":[\#(call)]}]}"#,
      ],
      bad: [
        #"{"messages":[]}"#, #"{"messages":[{"role":"tool","content":"x"}]}"#,
        #"{"messages":[{"role":"user","content":""}]}"#, #"{"messages":[{"role":"user"}]}"#,
        #"{"messages":[{"role":"bot","tool_calls":[{"function":{"name":"x","arguments":{}}}]}]}"#,
        #"{"messages":[{"role":"bot","tool_calls":[{"function":{"name":"find","arguments":{"x":1}}}]}]}"#,
        #"{"messages":[{"role":"user","content":"a"},{"role":"user","content":"a"},{"role":"user","content":"a"}]}"#,
      ])
    try check(
      #""dialogue","roles":["a"]"#, good: [],
      bad: [#"{"messages":[{"role":"a","content":"x","tool_calls":[]}]}"#])
  }

  private static let dependent =
    #"{"name":"pick","type":"choices","options":["a","b"],"required":true},"#
    + #"{"name":"mark","type":"rating","scale":{"min":1,"max":5}},"#
    + #"{"name":"why","type":"text","required":true,"when":{"pick":"b"}},"#
    + #"{"name":"low","type":"text","when":{"mark":{"in":[1,2]},"pick":{"not":"b"}}}"#

  @Test("An answer to a question that doesn't apply is refused, and none is needed")
  func when() throws {
    #expect(try fault(Self.dependent, #"{"pick":["a"]}"#) == nil)
    #expect(try fault(Self.dependent, #"{"pick":["a"],"why":"x"}"#)?.pointer == "/why")
    #expect(try fault(Self.dependent, #"{"pick":["a","b"]}"#)?.pointer == "/why")
    #expect(try fault(Self.dependent, #"{"pick":["a","b"],"why":"x"}"#) == nil)
    #expect(try fault(Self.dependent, #"{"pick":["a"],"mark":2,"low":"x"}"#) == nil)
    #expect(try fault(Self.dependent, #"{"pick":["a"],"mark":3,"low":"x"}"#)?.pointer == "/low")
    #expect(
      try fault(Self.dependent, #"{"pick":["b"],"why":"x","mark":1,"low":"x"}"#)?.pointer == "/low")
  }

  @Test("Without an answer no condition holds, not included")
  func notWithoutAnswer() throws {
    let questions =
      #"{"name":"a","type":"choice","options":["x","y"]},"#
      + #"{"name":"b","type":"text","when":{"a":{"not":"x"}}}"#
    #expect(try fault(questions, #"{"b":"t"}"#)?.pointer == "/b")
    #expect(try fault(questions, #"{"a":"y","b":"t"}"#) == nil)
  }

  @Test("A question about a field that the task is without doesn't apply")
  func absentField() throws {
    let question = #"{"name":"q","type":"spans","of":"gone","labels":["x"],"required":true}"#
    #expect(try fault(question, "{}") == nil)
    #expect(try fault(question, #"{"q":[]}"#)?.pointer == "/q")
  }

  @Test("Answers that are none, and a question that nobody asked")
  func shape() throws {
    #expect(try fault(Self.dependent, "[]")?.problem == "must be an object")
    #expect(try fault(Self.dependent, #"{"other":1}"#)?.pointer == "/other")
    #expect(try fault(Self.dependent, "{}")?.pointer == "/pick")
  }

  @Test("What is missing, as places to go to")
  func missing() throws {
    let schema = try Samples.schema(
      fields: Self.fields,
      questions: Self.dependent
        + #",{"name":"r","type":"rating","scale":{"min":1,"max":2},"of":"o","required":true,"#
        + #""criteria":[{"name":"x"},{"name":"y"}]}"#)
    let task = try Samples.task(Self.record, schema)
    func missing(_ answers: String) throws -> [String] {
      AnswerSet.missing(try Samples.json(answers), for: task, in: schema)
    }
    #expect(try missing("{}") == ["/pick", "/r"])
    #expect(
      try missing(#"{"pick":["b"],"r":{"k1":{"x":1}}}"#) == ["/why", "/r/k1/y", "/r/k2"])
  }
}
