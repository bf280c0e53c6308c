import Agreement
import AnnotationModel
import Exchange
import Foundation
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

/// What the lab makes of answers: original names, values to compare, inert text.
@Suite struct ResultTests {
  private static let schema = """
    {"airlock":"project/1","codename":"x","version":1,
     "fields":[{"name":"p","type":"text"},{"name":"o","type":"outputs","blind":true},
               {"name":"s","type":"steps"},{"name":"c","type":"chat"}],
     "questions":[
      {"name":"pref","type":"preference","of":"o","tie":true,"strength":3},
      {"name":"rank","type":"ranking","of":"o","ties":true},
      {"name":"each","type":"rating","of":"o","scale":{"min":1,"max":5}},
      {"name":"care","type":"rating","scale":{"min":1,"max":5},
       "criteria":[{"name":"tone"},{"name":"facts"}]},
      {"name":"one","type":"choice","options":["a","b"]},
      {"name":"many","type":"choices","options":["a","b"]},
      {"name":"num","type":"number"},
      {"name":"why","type":"text"},
      {"name":"steps","type":"stepLabels","of":"s"},
      {"name":"calls","type":"toolCallLabels","of":"c"}]}
    """
  private static let answers = """
    {"pref":{"winner":"k2","strength":2},"rank":[["k2"],["k1"]],"each":{"k1":4,"k2":2},
     "care":{"tone":5,"facts":1},"one":"a","many":["b","a"],"num":1.50,"why":"k1 is \\u001b[31m",
     "steps":[{"step":0,"label":"+"},{"step":1,"label":null}],
     "calls":[{"message":1,"call":0,"tool":"right","needed":true}]}
    """
  private let outputs: OutputNames

  init() throws {
    outputs = try OutputNames(Array(#"{"o":{"k1":"/b","k2":"/a"}}"#.utf8))
  }

  private func schema() throws -> ProjectSchema {
    try ProjectSchema(parsing: Array(Self.schema.utf8), side: .room)
  }

  @Test func outputsComeOutUnderTheirOriginalNames() throws {
    var writer = JSONWriter()
    let document = try JSONDocument(Array(Self.answers.utf8))
    try OriginalAnswers(schema: schema(), outputs: outputs).write(document.root, to: &writer)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text.contains(#""pref":{"winner":"/a","strength":2}"#))
    #expect(text.contains(#""rank":[["/a"],["/b"]]"#))
    #expect(text.contains(#""each":{"/b":4,"/a":2}"#))
    #expect(text.contains(#""why":"k1 is \u001b[31m""#), "free text is left as it was given")
    #expect(text.contains(#""num":1.50"#))
  }

  @Test func theValuesOfEachKindOfQuestion() throws {
    let document = try JSONDocument(Array(Self.answers.utf8))
    let values = try Units(schema: schema(), outputs: outputs).values(of: document.root)
    let shown = values.map { "\($0.series.name)|\($0.item)|\($0.category)" }.sorted()
    #expect(
      shown
        == [
          #"calls/needed|message 1 call 0|text("true")"#,
          #"calls/tool|message 1 call 0|text(""right"")"#.replacing(
            "\"\"right\"\"", with: #""\"right\"""#),
          "care/facts||number(1.0)", "care/tone||number(5.0)", "each|/a|number(2.0)",
          "each|/b|number(4.0)", "many||text(\"a\\u{1F}b\")", "num||number(1.5)",
          #"one||text("a")"#, #"pref||text("/a")"#, "rank|/a|number(1.0)", "rank|/b|number(2.0)",
          #"steps|step 0|text("+")"#,
        ].sorted())
  }

  @Test func twoPeopleAgreeWhateverTheirOrderOfOutputs() throws {
    let schema = try schema()
    let other = try OutputNames(Array(#"{"o":{"k1":"/a","k2":"/b"}}"#.utf8))
    var tally = AgreementTally()
    for record in Int64(0)..<4 {
      let winner = record < 2 ? ("k1", "k2") : ("k2", "k1")
      for (person, key, outputs) in [("x", winner.0, outputs), ("y", winner.1, other)] {
        let answers = try JSONDocument(Array(#"{"pref":{"winner":"\#(key)"}}"#.utf8))
        tally.add(
          try Units(schema: schema, outputs: outputs).values(of: answers.root), record: record,
          person: person)
      }
    }
    let result = tally.result()
    #expect(result.map(\.name) == ["pref"])
    #expect(result.first?.pairs.first?.name == "x|y")
    #expect(result.first?.pairs.first?.value == 1)
  }

  @Test(arguments: [
    ("\u{9B}31m", #"\u009b31m"#), ("a\u{202E}b", #"a\u202eb"#), ("x\u{2028}y", #"x\u2028y"#),
    ("\u{7F}", #"\u007f"#), ("é漢🙂", "é漢🙂"), ("=1+1", "=1+1"),
  ])
  func textOfOthersComesOutInert(text: String, expected: String) throws {
    let token = Array("\"\(text)\"".utf8)
    let inert = InertToken.of(token[...])
    #expect(String(decoding: inert, as: UTF8.self) == "\"\(expected)\"")
    #expect(try JSONDocument(inert).root.string() == text, "with the same meaning")
  }

  @Test func anExportGoesNowhereElse() throws {
    let made = try TestProject()
    #expect(throws: (any Error).self) {
      try made.lab.exportJSONL("wren", to: made.folder.path("no/such/folder.jsonl"))
    }
    #expect(!FileManager.default.fileExists(atPath: made.folder.path("no")))
  }

  @Test func anExportLineHasItsMembersInOrder() throws {
    let made = try TestProject()
    let drive = SimulatedDrive()
    let room = try made.room
    _ = try made.pack(made.request(made.records(1...1)), on: drive)
    let tasks = try room.importAll(drive)
    try made.answer(room, tasks[0])
    try room.export(to: drive, sealedTo: made.seals)
    _ = try made.lab.sync(on: drive)
    #expect(try made.lab.exportJSONL("wren", to: made.folder.path("out.jsonl")) == 1)
    let line = try JSONDocument(made.folder.url.appending(path: "out.jsonl").bytes()).root
    #expect(
      line.members.map(\.name) == [
        "record", "task", "project", "schemaVersion", "room", "person", "answers", "activeMs",
        "scripted", "submitted", "logIndex", "checkpoint",
      ])
    #expect(try line.require("record").string() == "r1")
    #expect(try line.require("checkpoint").integer() == 1)
    let place = try line.require("logIndex").integer()
    #expect(room.bodies.map(\.place) == [Int(place)])
  }
}
