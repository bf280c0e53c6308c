import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite(
  "Another implementation's world: what is good", .enabled(if: SharedData.has(VectorWorld.folder)))
struct GoodVectorTests {
  private let good = VectorWorld.folder + "/good"

  @Test("The schema that leaves is byte for byte the one of the bundle")
  func schemaLeaves() throws {
    let schema = try ProjectSchema(
      parsing: SharedData.read(good + "/project/project.json"), side: .lab)
    let bundle = try SharedData.read(good + "/plain/bundle-1/project.json")
    #expect(schema.leavingBytes == bundle)
    let room = try ProjectSchema(parsing: bundle, side: .room)
    #expect(room.leavingBytes == bundle)
    #expect(room.fields.map(\.name) == schema.fields.map(\.name))
    #expect(room.labOnly.isEmpty && !schema.labOnly.isEmpty)
  }

  @Test("Records map to the bundle's lines, given its ids and its order")
  func recordsMap() throws {
    let schema = try ProjectSchema(
      parsing: SharedData.read(good + "/project/project.json"), side: .lab)
    let world = try VectorWorld()
    let lines = try SharedData.lines(good + "/plain/bundle-1/tasks.jsonl")
    let records = try SharedData.lines(good + "/project/tasks.jsonl")
    let expected = try world.expected.require("tasks").elements.map { $0 }
    #expect(records.count == lines.count && records.count == expected.count)
    for ((record, line), expected) in zip(zip(records, lines), expected) {
      let task = try AnnotationTask(parsing: line, schema: world.schema)
      let pointers = try expected.require("outputs").members.map { try $0.value.string() }
      let mapped = try RecordMapper(schema: schema).map(
        JSONDocument(record), taskID: task.id,
        shuffled: { count in
          let sorted = pointers.sorted()
          return pointers.prefix(count).map { sorted.firstIndex(of: $0) ?? 0 }
        },
        asset: { _ in try #require(task.assets.first) })
      #expect(mapped.line == line)
      #expect(mapped.record == "\"\(try expected.require("record").string())\"")
      let keys = try expected.require("outputs").members.map { ($0.name, try $0.value.string()) }
      #expect(mapped.outputs["responses"] == Dictionary(uniqueKeysWithValues: keys))
      #expect(mapped.assets == task.assets)
    }
  }

  @Test("Acts and leaves are read, and written again as the same bytes")
  func actsAndLeavesSurvive() throws {
    for archive in try SharedData.list(good + "/plain") where archive.hasPrefix("archive") {
      for line in try SharedData.lines("\(good)/plain/\(archive)/acts.jsonl") {
        #expect(try Act(parsing: line).encoded() == line)
      }
      for line in try SharedData.lines("\(good)/plain/\(archive)/log.jsonl") {
        let leaf = try Leaf(parsing: line)
        #expect(leaf.encoded() == line)
        #expect(leaf.unknown.isEmpty)
      }
    }
  }

  @Test("Every act continues its chain, every answer keeps its rules, and the right act counts")
  func actsCount() throws {
    let world = try VectorWorld()
    let chain = try world.check([], from: world.lines.count)
    let newest = try world.expected.require("newestAct")
    for (hash, note) in newest.members {
      let task = try #require(Digest(hex: hash))
      let text = try note.string()
      let name = try #require(text.split(separator: " ").first)
      let counted = chain.standings.filter { $0.key.task == task && $0.value.isAnswered }
      if name == "none:" {
        #expect(counted.isEmpty)
      } else {
        let act = try world.expected.require("acts").require(String(name)).digest()
        #expect(counted.map(\.value.counting) == [act])
      }
    }
  }
}
