import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("Changed bytes are refused or mean something, and never crash")
struct MutationTests {
  /// Documents like `bytes` with a few bytes changed, dropped or doubled, the same every time.
  private func changed(_ bytes: [UInt8], count: Int) -> [[UInt8]] {
    var state: UInt64 = 7
    func below(_ bound: Int) -> Int {
      // Knuth's linear congruential generator; the high bits are the good ones.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    return (0..<count).map { _ in
      var copy = bytes
      for _ in 0...below(2) {
        let place = below(copy.count)
        switch below(4) {
        case 0: copy[place] = Array("{}[]\",:0-e\\utn".utf8)[below(14)]
        case 1: copy[place] = UInt8(below(256))
        case 2: copy.remove(at: place)
        default: copy.insert(copy[place], at: place)
        }
      }
      return copy
    }
  }

  @Test("Acts")
  func acts() throws {
    let act = ActTests.act(
      .revise(replaces: .zero, answers: Array(#"{"a":[1,{"b":"c"}]}"#.utf8)),
      origin: [Act.Origin(question: "why", typed: 1, pasted: 2)])
    for body in changed(act.encoded(), count: 3_000) {
      guard let read = try? Act(parsing: body) else { continue }
      #expect(try Act(parsing: read.encoded()) == read)
    }
  }

  @Test("Leaves")
  func leaves() throws {
    let event = LeafEvent.alarm(code: "root", hash: .zero)
    for line in changed(Leaf(at: 5, since: 4, event: event).encoded(), count: 3_000) {
      guard let read = try? Leaf(parsing: line) else { continue }
      #expect(try Leaf(parsing: read.encoded()) == read)
    }
  }

  @Test("Schemas: what a lab accepts, a room accepts as it leaves")
  func schemas() throws {
    for preset in Preset.allCases {
      let file = try #require(preset.files.first { $0.path == "project.json" })
      for bytes in changed(file.bytes, count: 400) {
        guard let lab = try? ProjectSchema(parsing: bytes, side: .lab) else { continue }
        let room = try ProjectSchema(parsing: lab.leavingBytes, side: .room)
        #expect(room.fields.map(\.name) == lab.fields.map(\.name))
        #expect(room.questions.map(\.conditions) == lab.questions.map(\.conditions))
      }
    }
  }

  @Test("Records: what a lab maps, a room reads")
  func records() throws {
    for preset in Preset.allCases {
      let files = Dictionary(uniqueKeysWithValues: preset.files)
      let lab = try ProjectSchema(parsing: #require(files["project.json"]), side: .lab)
      let room = try ProjectSchema(parsing: lab.leavingBytes, side: .room)
      for record in SharedData.lines(of: try #require(files["tasks.jsonl"])) {
        for bytes in changed(record, count: 150) {
          guard let mapped = try? Samples.map(bytes, lab) else { continue }
          #expect(try AnnotationTask(parsing: mapped.line, schema: room).line == mapped.line)
        }
      }
    }
  }

  @Test("A task's line, changed, is refused or is another line in exactly its form")
  func lines() throws {
    let schema = try Samples.schema(fields: #"{"name":"o","type":"outputs","from":["/a","/b"]}"#)
    let room = try ProjectSchema(parsing: schema.leavingBytes, side: .room)
    for bytes in changed(try Samples.map(#"{"a":"x","b":2}"#, schema).line, count: 3_000) {
      guard let task = try? AnnotationTask(parsing: bytes, schema: room) else { continue }
      #expect(task.line == bytes && task.outputKeys(of: "o").first == "k1")
    }
  }
}
