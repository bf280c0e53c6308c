import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("Records become tasks")
struct RecordMapperTests {
  private func fault(_ record: String, _ fields: String) throws -> DocumentFault? {
    let schema = try Samples.schema(fields: fields)
    return Samples.fault { _ = try Samples.map(record, schema) }
  }

  @Test("Tokens stay as they are: escapes, number spelling, inner white space")
  func keepsTokens() throws {
    let schema = try Samples.schema(
      fields: #"{"name":"a","type":"text","from":"/x/0"},{"name":"n","type":"text","from":"/n"},"#
        + #"{"name":"c","type":"chat","from":"/c"}"#)
    let chat = #"[ {"role": "user",  "content":"\ud83d\/"} ]"#
    let record = #"{ "x" : [ "\u0041\u0000" ], "n": 1.0e2, "c": \#(chat), "secret": 1 }"#
    let line = Samples.text(try Samples.map(record, schema).line)
    let id = Samples.id.hex
    #expect(line == #"{"id":"\#(id)","fields":{"a":"\u0041\u0000","n":1.0e2,"c":\#(chat)}}"#)
  }

  @Test("A missing value is refused with its pointer and the field that needs it")
  func missing() throws {
    let found = try fault("{}", #"{"name":"prompt","type":"text","from":"/instruction"}"#)
    let line = found?.at(file: "tasks.jsonl", line: 40_001).description
    #expect(
      line == #"tasks.jsonl:40001: /instruction: is missing; field "prompt" needs it"#)
    let null = try fault(#"{"a":null}"#, #"{"name":"p","type":"text","from":"/a"}"#)
    #expect(null?.pointer == "/a")
    let outputs = #"{"name":"o","type":"outputs","from":["/a","/b"]}"#
    #expect(try fault(#"{"a":null}"#, outputs)?.problem.contains("/a, /b") == true)
    #expect(try fault(#"{"o":[]}"#, #"{"name":"o","type":"outputs","from":"/o"}"#)?.pointer == "/o")
  }

  @Test("What is optional may be absent or null, also all outputs")
  func optional() throws {
    let schema = try Samples.schema(
      fields: #"{"name":"a","type":"text","from":"/a","optional":true},"#
        + #"{"name":"o","type":"outputs","from":["/x","/y"],"optional":true}"#)
    #expect(Samples.text(try Samples.map(#"{"a":null}"#, schema).line).hasSuffix("\"fields\":{}}"))
    let one = try Samples.map(#"{"x":null,"y":"only"}"#, schema)
    #expect(one.outputs["o"] == ["k1": "/y"])
  }

  @Test(
    "Values that a field can't hold",
    arguments: [
      ("text", "true"), ("text", "[]"), ("markdown", "{}"), ("steps", "\"a\""), ("steps", "[1]"),
      ("steps", #"[{"text":"a","gold":1}]"#), ("steps", "[{}]"), ("steps", #"[{"text":1}]"#),
      ("chat", "{}"), ("chat", "[\"a\"]"), ("chat", #"[{"content":"a"}]"#),
      ("chat", #"[{"role":"a"}]"#), ("chat", #"[{"role":"a","content":[]}]"#),
      ("chat", #"[{"role":1,"content":"a"}]"#),
      ("chat", #"[{"role":"a","content":null,"tool_calls":{}}]"#),
      ("chat", #"[{"role":"a","content":null,"tool_calls":[{"function":{"name":"f"}}]}]"#),
      ("image", "7"),
    ])
  func refusesValues(_ type: String, _ value: String) throws {
    let found = try fault(#"{"v":\#(value)}"#, #"{"name":"f","type":"\#(type)","from":"/v"}"#)
    #expect(found?.pointer.hasPrefix("/v") == true)
  }

  @Test("Outputs of an array or an object, under the pointers that the export will name")
  func each() throws {
    let schema = try Samples.schema(
      fields: #"{"name":"a","type":"outputs","from":"/list","each":"/t"},"#
        + #"{"name":"b","type":"outputs","from":"/by","each":"/r/0"},"#
        + #"{"name":"c","type":"outputs","from":"/plain"}"#)
    let record =
      #"{"list":[{"t":"x"},{"u":1},{"t":2}],"by":{"m/1":{"r":["p"]},"~":{"r":["q"]}},"plain":["z"]}"#
    let mapped = try Samples.map(record, schema)
    #expect(mapped.outputs["a"] == ["k1": "/list/0/t", "k2": "/list/2/t"])
    #expect(mapped.outputs["b"] == ["k1": "/by/m~11/r/0", "k2": "/by/~0/r/0"])
    #expect(mapped.outputs["c"] == ["k1": "/plain/0"])
    let root = try Samples.json(record)
    for pointer in mapped.outputs.values.flatMap(\.values) {
      #expect(root.at(try JSONPointer(pointer)) != nil)
    }
  }

  @Test("Only a blind field is shuffled, and only by an order that is one")
  func shuffles() throws {
    let fields =
      #"{"name":"a","type":"outputs","from":["/1","/2"]},"#
      + #"{"name":"b","type":"outputs","from":["/1","/2","/3"],"blind":true}"#
    let mapper = RecordMapper(schema: try Samples.schema(fields: fields))
    let record = try JSONDocument(Array(#"{"1":"x","2":"y","3":"z"}"#.utf8))
    func map(_ order: [Int]) throws -> MappedTask {
      try mapper.map(
        record, taskID: Samples.id, shuffled: { _ in order },
        asset: { _ in AssetReference(sha256: .zero, type: "image/png") })
    }
    let mapped = try map([2, 0, 1])
    #expect(mapped.outputs["a"] == ["k1": "/1", "k2": "/2"])
    #expect(mapped.outputs["b"] == ["k1": "/3", "k2": "/1", "k3": "/2"])
    #expect(throws: DocumentFault.self) { try map([0, 0, 1]) }
    #expect(throws: DocumentFault.self) { try map([0, 1]) }
  }

  @Test("An image becomes the reference that the caller gives; a bad path keeps its place")
  func images() throws {
    let schema = try Samples.schema(fields: #"{"name":"i","type":"image","from":"/p"}"#)
    let mapped = try Samples.map(#"{"p":"img/a.png"}"#, schema)
    let zeros = Digest.zero.hex
    #expect(Samples.text(mapped.line).hasSuffix(#""i":{"asset":"\#(zeros)","type":"image/png"}}}"#))
    #expect(mapped.assets.count == 1)
    let found = Samples.fault {
      _ = try RecordMapper(schema: schema).map(
        JSONDocument(Array(#"{"p":"gone.png"}"#.utf8)), taskID: Samples.id, shuffled: { _ in [] },
        asset: { _ in throw DocumentFault(pointer: "", problem: "names no file under assets/") })
    }
    #expect(found?.description == "/p: names no file under assets/")
  }

  @Test("A record's name is its id as spelled, if that is a string or a number")
  func names() throws {
    let schema = try Samples.schema()
    #expect(try Samples.map(#"{"id":"a\u0062","p":1}"#, schema).record == #""a\u0062""#)
    #expect(try Samples.map(#"{"id":1.0,"p":1}"#, schema).record == "1.0")
    #expect(try Samples.map(#"{"id":null,"p":1}"#, schema).record == nil)
    #expect(try Samples.map(#"{"p":1}"#, schema).record == nil)
  }

  @Test("A value that would be too deep inside a task's line is refused in the lab already")
  func depth() throws {
    let schema = try Samples.schema(fields: #"{"name":"c","type":"chat","from":"/c"}"#)
    func record(_ depth: Int) -> String {
      let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return #"{"c":[{"role":"a","content":"b","extra":\#(nest)}]}"#
    }
    #expect(try Samples.task(record(60), schema).field("c") != nil)
    #expect(Samples.fault { _ = try Samples.map(record(61), schema) }?.pointer == "/c")
  }
}
