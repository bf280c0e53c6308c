import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("A fault is one line")
struct DocumentFaultTests {
  @Test("File, line, place, problem; what isn't known is left out")
  func description() {
    let fault = DocumentFault(pointer: "/a", problem: "is missing")
    #expect(fault.description == "/a: is missing")
    #expect(fault.at(file: nil, line: 3).description == "line 3: /a: is missing")
    #expect(fault.at(file: "f.jsonl").description == "f.jsonl: /a: is missing")
    #expect(fault.at(file: "f.jsonl", line: 3).description == "f.jsonl:3: /a: is missing")
    #expect(DocumentFault(pointer: "", problem: "is empty").description == "is empty")
  }

  @Test("A line that a splitter found bad keeps its number")
  func fromLines() throws {
    var splitter = JSONLines()
    let fault = #expect(throws: JSONFault.self) {
      try splitter.feed(Array("1\n2\r\n".utf8)[...]) { _, _ in }
    }
    let described = try DocumentFault(#require(fault)).at(file: "t.jsonl").description
    #expect(described.hasPrefix("t.jsonl:2: expected lines that end in LF alone"))
  }

  @Test("A refusal has no byte of the document")
  func refusal() throws {
    let value = try Samples.json(#"{"\u001b]0;SECRET":1}"#)
    let schema = try Samples.schema()
    let task = try Samples.task(#"{"p":"x"}"#, schema)
    let fault = Samples.fault { try AnswerSet.validate(value, for: task, in: schema) }
    #expect(fault?.refusal.code == .answer)
    #expect(fault?.refusal.why.contains("SECRET") == false)
    #expect(fault?.description.contains("\u{1b}") == false)
  }
}
