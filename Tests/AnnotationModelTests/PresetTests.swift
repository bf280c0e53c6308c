import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("Presets")
struct PresetTests {
  private func file(_ preset: Preset, _ path: String) throws -> [UInt8] {
    try #require(preset.files.first { $0.path == path }?.bytes)
  }

  private func schemas(_ preset: Preset) throws -> (lab: ProjectSchema, room: ProjectSchema) {
    let lab = try ProjectSchema(parsing: file(preset, "project.json"), side: .lab)
    return (lab, try ProjectSchema(parsing: lab.leavingBytes, side: .room))
  }

  @Test("Each validates, in the lab and in the room", arguments: Preset.allCases)
  func validates(_ preset: Preset) throws {
    let (lab, room) = try schemas(preset)
    #expect(lab.fields.map(\.name) == room.fields.map(\.name))
    #expect(room.leavingBytes == lab.leavingBytes)
    #expect(!lab.labOnly.isEmpty && !preset.summary.isEmpty)
  }

  @Test("Its records fit its schema", arguments: Preset.allCases)
  func recordsFit(_ preset: Preset) throws {
    let (lab, room) = try schemas(preset)
    let lines = SharedData.lines(of: try file(preset, "tasks.jsonl"))
    #expect(lines.count >= 2)
    for line in lines {
      let mapped = try RecordMapper(schema: lab).map(
        JSONDocument(line), taskID: ID(unchecked: [UInt8](repeating: 7, count: 16)),
        shuffled: { Array((0..<$0).reversed()) },
        asset: { _ in throw DocumentFault(pointer: "", problem: "has no images") })
      let task = try AnnotationTask(parsing: mapped.line, schema: room)
      #expect(mapped.record != nil)
      let empty = try JSONDocument(Array("{}".utf8)).root
      #expect(!AnswerSet.missing(empty, for: task, in: room).isEmpty)
    }
  }

  @Test("The guidelines explain every member that project.json has", arguments: Preset.allCases)
  func explained(_ preset: Preset) throws {
    let text = String(decoding: try file(preset, "guidelines.md"), as: UTF8.self)
    var names: Set<String> = []
    func collect(_ value: JSONValue, under name: String) {
      for (name, value) in value.members {
        // What lies in these is named by the project, not by the format.
        if !["labOnly", "when", "labels"].contains(
          value.pointer.split(separator: "/").dropLast().last)
        {
          names.insert(name)
        }
        collect(value, under: name)
      }
      for element in value.elements { collect(element, under: name) }
    }
    collect(try JSONDocument(file(preset, "project.json")).root, under: "")
    for name in names { #expect(text.contains("`\(name)`") || text.contains("\"\(name)\"")) }
  }
}
