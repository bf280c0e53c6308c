import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("A task's line has exactly one form")
struct AnnotationTaskTests {
  private let id = Samples.id.hex

  private func refusal(_ line: String) throws -> Refusal? {
    let fields =
      #"{"name":"a","type":"text"},{"name":"o","type":"outputs","optional":true},"#
      + #"{"name":"i","type":"image","optional":true}"#
    let schema = try ProjectSchema(parsing: Samples.project(fields: fields), side: .room)
    do {
      _ = try AnnotationTask(parsing: Array(line.utf8), schema: schema)
      return nil
    } catch { return error }
  }

  private func line(_ fields: String) -> String { #"{"id":"\#(id)","fields":{\#(fields)}}"# }

  @Test("The form that is meant")
  func good() throws {
    let zeros = Digest.zero.hex
    #expect(try refusal(line(#""a":1.0"#)) == nil)
    let all =
      #""a":"x","o":[{"key":"k1","text":"y"},{"key":"k2","text":2}],"#
      + #""i":{"asset":"\#(zeros)","type":"image/webp"}"#
    #expect(try refusal(line(all)) == nil)
  }

  @Test("Anything else, though it would mean the same")
  func otherForms() throws {
    let zeros = Digest.zero.hex
    let lines = [
      line(#""a":1"#) + " ", " " + line(#""a":1"#), line(#""a": 1"#), line(#""\u0061":1"#),
      line(""),
      line(#""o":[{"key":"k1","text":"y"}],"a":1"#), line(#""a":1,"b":2"#), line(#""a":true"#),
      #"{"fields":{"a":1},"id":"\#(id)"}"#, #"{"id":"\#(id.uppercased())","fields":{"a":1}}"#,
      #"{"id":"\#(id)","fields":{"a":1},"answers":{}}"#, #"{"id":"\#(id)"}"#, "[]",
      line(#""a":1,"o":[]"#), line(#""a":1,"o":[{"text":"y","key":"k1"}]"#),
      line(#""a":1,"o":[{"key":"k2","text":"y"}]"#), line(#""a":1,"o":[{"key":"k1", "text":"y"}]"#),
      line(#""a":1,"o":[{"key":"k1","text":null}]"#),
      line(#""a":1,"o":[{"key":"k1","text":"y","from":"model"}]"#),
      line(#""a":1,"i":{"asset":"\#(zeros)","type":"image/svg+xml"}"#),
      line(#""a":1,"i":{"type":"image/png","asset":"\#(zeros)"}"#), line(#""a":1,"i":"img.png""#),
    ]
    for line in lines { #expect(try refusal(line)?.code == .taskForm, "\(line)") }
  }

  @Test("JSON that is none has its own reason")
  func jsonReasons() throws {
    #expect(try refusal(line(#""a":1,"a":1"#))?.code == .jsonDuplicate)
    #expect(try refusal(line(#""a":NaN"#))?.code == .jsonNaN)
    #expect(try refusal("{")?.code == .jsonSyntax)
  }

  @Test("A practice line: a task's line, answers by output key, and why")
  func practice() throws {
    let schema = try ProjectSchema(
      parsing: Samples.project(fields: #"{"name":"a","type":"text"}"#), side: .room)
    func read(_ more: String) throws -> PracticeTask {
      try PracticeTask(
        parsing: Array(#"{"id":"\#(id)","fields":{"a":1},\#(more)}"#.utf8), schema: schema)
    }
    let good = try read(#""answers":{"ok":"yes"},"explain":"Because.""#)
    #expect(Samples.text(good.explain) == "Because.")
    #expect(throws: Refusal(.answer, "")) { try read(#""answers":{"ok":"x"},"explain":"""#) }
    #expect(throws: Refusal(.taskForm, "")) { try read(#""explain":"","answers":{}"#) }
    #expect(throws: Refusal(.taskForm, "")) { try read(#""answers":{}"#) }
  }
}
