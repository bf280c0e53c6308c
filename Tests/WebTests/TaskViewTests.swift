import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@testable import Web

/// What the page gets to show.
struct TaskViewTests {
  private func content(type: String, _ value: String) throws -> String {
    let desk = try FakeProjects.showing(
      fields: #"[{"name":"f","type":"\#(type)"}]"#, values: [#"{"f":\#(value)}"#])
    let bench = TestBench([desk])
    bench.signIn()
    let view = try bench.ask("GET", "/api/projects/\(desk.project.hex)/tasks/1").json()
    let field = try #require(view["fields"]?.element(0))
    return String(decoding: try #require(field["content"]).token, as: UTF8.self)
  }

  @Test("Text is exact, a number is as it is spelled")
  func text() throws {
    #expect(
      try content(type: "text", #""a\u0000 <b> \"c\" \u2028""#)
        == "\"a\\u0000 <b> \\\"c\\\" \u{2028}\"")
    #expect(try content(type: "text", "1.0e+2") == #""1.0e+2""#)
    #expect(try content(type: "code", #""if a < b { }\n""#) == #""if a < b { }\n""#)
  }

  @Test("Outputs have their keys in the order shown")
  func outputs() throws {
    #expect(
      try content(type: "outputs", #"[{"key":"k1","text":"a"},{"key":"k2","text":"*b*"}]"#)
        == #"[{"key":"k1","content":[{"t":"p","c":["a"]}],"source":"a"},"#
        + #"{"key":"k2","content":[{"t":"p","c":[{"t":"em","c":["b"]}]}],"source":"*b*"}]"#)
  }

  @Test("A chat shows roles, words, calls with their arguments as spelled, and no other member")
  func chat() throws {
    let messages =
      #"[{"role":"user","content":"hi","secret":"x"},{"role":"assistant","content":null,"#
      + #""tool_calls":[{"id":"c1","function":{"name":"find","arguments":"{\"a\": 1.0}"}}]}]"#
    #expect(
      try content(type: "chat", messages)
        == #"[{"role":"user","content":[{"t":"p","c":["hi"]}],"source":"hi"},{"role":"assistant","calls":["#
        + #"{"id":"c1","name":"find","arguments":"{\"a\": 1.0}"}]}]"#)
  }

  @Test func steps() throws {
    #expect(
      try content(type: "steps", #"["a",{"text":"b"}]"#)
        == #"[{"content":[{"t":"p","c":["a"]}],"source":"a"},"#
        + #"{"content":[{"t":"p","c":["b"]}],"source":"b"}]"#)
  }

  @Test("Questions and reasons are the schema's own bytes")
  func questions() throws {
    let desk = try FakeProjects.comparison()
    let bench = TestBench([desk])
    bench.signIn()
    let view = try bench.ask("GET", "/api/projects/\(desk.project.hex)/tasks/2").json()
    let schema = try JSONDocument(desk.schema.leavingBytes).root
    #expect(
      view["questions"].map { Array($0.token) } == schema["questions"].map { Array($0.token) })
    #expect(view["reasons"].map { Array($0.token) } == schema["reasons"].map { Array($0.token) })
    #expect(try view["position"]?.integer() == 2)
    #expect(try view["total"]?.integer() == 3)
    #expect(view["answers"]?.isNull == true && view["draft"]?.isNull == true)
  }
}
