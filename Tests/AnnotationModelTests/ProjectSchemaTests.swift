import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("A schema is refused with the place and what was expected")
struct ProjectSchemaTests {
  private func fault(_ bytes: [UInt8], _ side: ProjectSchema.Side = .lab) -> DocumentFault? {
    Samples.fault { _ = try ProjectSchema(parsing: bytes, side: side) }
  }

  private func questionFault(_ question: String, fields: String? = nil) -> DocumentFault? {
    let all =
      #"{"name":"t","type":"text","from":"/t"},{"name":"o","type":"outputs","from":["/a","/b"]},"#
      + #"{"name":"s","type":"steps","from":"/s"},{"name":"c","type":"chat","from":"/c"}"#
    return fault(Samples.project(fields: fields ?? all, questions: question))
  }

  @Test(
    "Unknown members are named, at every level",
    arguments: [
      (#","lable":"x""#, "/lable"), (#","practice":{"pass":1,"of":2}"#, "/practice/of"),
    ])
  func unknownAtTop(_ more: String, _ pointer: String) {
    let found = fault(Samples.project(more: more))
    #expect(found?.pointer == pointer)
    #expect(found?.problem.contains("not known") == true)
  }

  @Test(
    "Unknown members of fields, by type",
    arguments: [
      #"{"name":"a","type":"text","from":"/a","blind":true}"#,
      #"{"name":"a","type":"outputs","from":["/a"],"language":"en"}"#,
      #"{"name":"a","type":"text","from":"/a","each":""}"#,
      #"{"name":"a","type":"image","from":"/a","zoom":2}"#,
      #"{"name":"a","type":"text","from":"/a","required":true}"#,
    ])
  func unknownInFields(_ field: String) {
    let found = fault(Samples.project(fields: field))
    #expect(found?.pointer.hasPrefix("/fields/0/") == true)
    #expect(found?.problem.contains("not known") == true)
  }

  @Test(
    "Unknown members of questions, by type and below",
    arguments: [
      (#"{"name":"q","type":"choice","options":["a"],"of":"o"}"#, "/questions/0/of"),
      (
        #"{"name":"q","type":"choice","options":[{"value":"a","text":"b"}]}"#,
        "/questions/0/options/0/text"
      ),
      (
        #"{"name":"q","type":"rating","scale":{"min":1,"max":2,"step":1}}"#,
        "/questions/0/scale/step"
      ),
      (
        #"{"name":"q","type":"rating","scale":{"min":1,"max":2},"criteria":[{"name":"a","of":"o"}]}"#,
        "/questions/0/criteria/0/of"
      ),
      (#"{"name":"q","type":"text","min":1}"#, "/questions/0/min"),
      (#"{"name":"q","type":"steps","of":"s"}"#, "/questions/0/of"),
      (
        #"{"name":"q","type":"dialogue","roles":["a"],"tools":[{"name":"t","args":[]}]}"#,
        "/questions/0/tools/0/args"
      ),
      (#"{"name":"q","type":"spans","of":"t","labels":["a"],"from":"/t"}"#, "/questions/0/from"),
    ])
  func unknownInQuestions(_ question: String, _ pointer: String) {
    #expect(questionFault(question)?.pointer == pointer)
  }

  @Test(
    "Names that aren't names, or come twice",
    arguments: [
      "", "A", "1a", "a-b", "a b", "é", "tie", "bothBad", String(repeating: "a", count: 65),
    ])
  func names(_ name: String) {
    let found = fault(Samples.project(fields: #"{"name":"\#(name)","type":"text","from":"/a"}"#))
    #expect(found?.pointer == "/fields/0/name")
  }

  @Test("Names come once")
  func uniqueNames() {
    let field = #"{"name":"a","type":"text","from":"/a"}"#
    #expect(fault(Samples.project(fields: field + "," + field))?.pointer == "/fields/1/name")
    let question = #"{"name":"q","type":"text"}"#
    #expect(questionFault(question + "," + question)?.pointer == "/questions/1/name")
    let options = #"{"name":"q","type":"choice","options":["a",{"value":"a"}]}"#
    #expect(questionFault(options)?.pointer == "/questions/0/options/1/value")
  }

  @Test(
    "Rules of each question type",
    arguments: [
      #"{"name":"q","type":"rating"}"#,
      #"{"name":"q","type":"rating","scale":{"min":2,"max":2}}"#,
      #"{"name":"q","type":"rating","scale":{"min":1,"max":2.5}}"#,
      #"{"name":"q","type":"rating","scale":{"min":1,"max":3,"labels":{"4":"x"}}}"#,
      #"{"name":"q","type":"rating","scale":{"min":1,"max":3,"labels":{"01":"x"}}}"#,
      #"{"name":"q","type":"rating","scale":{"min":1,"max":3},"criteria":[]}"#,
      #"{"name":"q","type":"rating","scale":{"min":1,"max":3},"of":"t"}"#,
      #"{"name":"q","type":"choice","options":[]}"#,
      #"{"name":"q","type":"choice","options":[""]}"#,
      #"{"name":"q","type":"choice","options":["tie"]}"#,
      #"{"name":"q","type":"choice","options":[1]}"#,
      #"{"name":"q","type":"preference"}"#,
      #"{"name":"q","type":"preference","of":"t"}"#,
      #"{"name":"q","type":"preference","of":"nothing"}"#,
      #"{"name":"q","type":"preference","of":"o","strength":0}"#,
      #"{"name":"q","type":"preference","of":"o","tie":"yes"}"#,
      #"{"name":"q","type":"ranking","of":"s"}"#,
      #"{"name":"q","type":"text","minLength":5,"maxLength":4}"#,
      #"{"name":"q","type":"number","min":1.5,"max":1}"#,
      #"{"name":"q","type":"number","min":1e999}"#,
      #"{"name":"q","type":"spans","of":"o","labels":["a"]}"#,
      #"{"name":"q","type":"spans","of":"t","labels":[]}"#,
      #"{"name":"q","type":"stepLabels","of":"t"}"#,
      #"{"name":"q","type":"toolCallLabels","of":"s"}"#,
      #"{"name":"q","type":"dialogue"}"#,
      #"{"name":"q","type":"dialogue","roles":["a","a"]}"#,
      #"{"name":"q","type":"dialogue","roles":["a"],"minTurns":3,"maxTurns":2}"#,
      #"{"name":"q","type":"slider"}"#,
      #"{"name":"q"}"#,
    ])
  func questionRules(_ question: String) {
    #expect(questionFault(question)?.pointer.hasPrefix("/questions/0") == true)
  }

  @Test(
    "Conditions name another question and a value that it can have",
    arguments: [
      #"{"nothing":"a"}"#, #"{"self":"a"}"#, #"{"free":"a"}"#, #"{"pick":"z"}"#, #"{"pick":1}"#,
      #"{"better":"tie"}"#, #"{"better":"k0"}"#, #"{"mark":9}"#, #"{"mark":"1"}"#,
      #"{"pick":{"not":"a","in":["a"]}}"#, #"{"pick":{"is":"a"}}"#, #"{"pick":{"in":[]}}"#,
      #"{"pick":{}}"#,
    ])
  func conditions(_ when: String) {
    let others =
      #"{"name":"pick","type":"choice","options":["a","b"]},{"name":"free","type":"text"},"#
      + #"{"name":"better","type":"preference","of":"o","bothBad":true},"#
      + #"{"name":"mark","type":"rating","scale":{"min":1,"max":5}},"#
    let question = #"{"name":"self","type":"text","when":\#(when)}"#
    #expect(questionFault(others + question)?.pointer.hasPrefix("/questions/4/when") == true)
  }

  @Test("Questions that wait for each other are refused; a later one may be named")
  func circles() {
    func choice(_ name: String, _ other: String) -> String {
      #"{"name":"\#(name)","type":"choice","options":["x"],"when":{"\#(other)":"x"}}"#
    }
    #expect(
      questionFault(choice("a", "b") + "," + choice("b", "a"))?.pointer == "/questions/0/when")
    let plain = #"{"name":"b","type":"choice","options":["x"]}"#
    #expect(questionFault(choice("a", "b") + "," + plain) == nil)
  }

  @Test(
    "Where a field comes from",
    arguments: [
      #"{"name":"a","type":"text"}"#, #"{"name":"a","type":"text","from":"a"}"#,
      #"{"name":"a","type":"text","from":"/a~2"}"#, #"{"name":"a","type":"text","from":["/a"]}"#,
      #"{"name":"a","type":"outputs","from":[]}"#,
      #"{"name":"a","type":"outputs","from":["/a","/a"]}"#,
      #"{"name":"a","type":"outputs","from":["/a"],"each":""}"#,
      #"{"name":"a","type":"outputs","from":"/a","each":"b"}"#,
    ])
  func sources(_ field: String) {
    #expect(fault(Samples.project(fields: field))?.pointer.hasPrefix("/fields/0") == true)
  }

  @Test(
    "A room refuses a schema that names sources or gold",
    arguments: [
      (#"{"name":"a","type":"text","from":"/a"}"#, ""),
      (#"{"name":"a","type":"outputs","each":""}"#, ""),
      (#"{"name":"a","type":"text"}"#, #","labOnly":{"gold":"/g"}"#),
      (#"{"name":"a","type":"text"}"#, #","lab\u004fnly":{}"#),
    ])
  func roomRefusesSources(_ field: String, _ more: String) {
    let found = fault(Samples.project(fields: field, more: more), .room)
    #expect(found?.code == .schemaFrom)
    #expect(found?.refusal.code == .schemaFrom)
  }

  @Test("What leaves has neither sources nor gold, and every other token as it was")
  func leaves() throws {
    let text = """
      { "airlock":"project/1", "codename" : "h\\u00e9ron", "version": 3,
        "fields": [ {"from": "/secret", "name":"a", "type":"outputs", "each":"/x", "label":"a  b"} ],
        "labOnly": {"gold": "/label"},
        "questions": [ {"name":"from","type":"choice","options":[ "labOnly" ]},
          {"name":"each", "type":"text", "when": {"from": "labOnly"}} ] }

      """
    let schema = try ProjectSchema(parsing: Array(text.utf8), side: .lab)
    let expected =
      #"{"airlock":"project/1","codename":"h\u00e9ron","version":3,"fields":[{"name":"a","type":"#
      + #""outputs","label":"a  b"}],"questions":[{"name":"from","type":"choice","options":"#
      + #"["labOnly"]},{"name":"each","type":"text","when":{"from":"labOnly"}}]}"#
    #expect(Samples.text(schema.leavingBytes) == expected)
    #expect(try ProjectSchema(parsing: schema.leavingBytes, side: .room).codename == "héron")
  }

  @Test("An error in a file of many lines says which")
  func saysTheLine() {
    let text = "{\n\"airlock\": \"project/1\",\n\"codename\": 7,\n}"
    #expect(fault(Array(text.utf8))?.line == 4)
    let wrong = text.replacing(",\n}", with: ", \"version\": 1, \"fields\": [], \"questions\": []}")
    let found = fault(Array(wrong.utf8))?.at(file: "project.json")
    #expect(found?.description.hasPrefix("project.json:3: /fields: must have at least one") == true)
  }

  @Test("JSON that is none keeps its own reason")
  func jsonReasons() {
    #expect(fault(Array("{\"a\":1,\"a\":2}".utf8))?.code == .jsonDuplicate)
    #expect(fault([0xEF, 0xBB, 0xBF] + Samples.project())?.code == .jsonEncoding)
    let version = Samples.text(Samples.project()).replacing(
      "\"version\":1", with: "\"version\":1.0")
    #expect(fault(Array(version.utf8))?.code == .jsonInteger)
  }

  @Test("Defaults, and what may be left out")
  func defaults() throws {
    let schema = try Samples.schema()
    #expect(schema.retain == .wipe && schema.reasons.isEmpty && schema.practicePass == nil)
    #expect(schema.question("ok")?.required == false)
    let more = #","retain":"receipt","reasons":["a"],"practice":{"pass":2},"labOnly":{"g":"/g"}"#
    let full = try ProjectSchema(parsing: Samples.project(more: more), side: .lab)
    #expect(full.retain == .receipt && full.practicePass == 2 && full.labOnly["g"]?.text == "/g")
    let ten = #","reasons":["1","2","3","4","5","6","7","8","9","10"]"#
    #expect(fault(Samples.project(more: ten))?.pointer == "/reasons")
  }
}
