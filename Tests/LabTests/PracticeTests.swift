import AnnotationModel
import Cryptography
import Exchange
import Store
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

/// Practice tasks: taken in with a project, packed once for each room, counted in nothing.
@Suite struct PracticeTests {
  private let drive = SimulatedDrive()
  private static let line =
    #"{"id":"p1","prompt":"Which?","a":"one","b":"two","answers":{"better":{"winner":"k2"}},"#
    + #""explain":"**b** is what `from` names second."}"#

  private func made(_ lines: String..., rooms: Int = 1) throws -> TestProject {
    try TestProject(rooms: rooms, practice: lines.map { $0 + "\n" }.joined())
  }

  private func words(of body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was refused"
    } catch { return "\(error)" }
  }

  @Test func theFirstBundleOfEachRoomBringsThemAndNoLaterOne() throws {
    let made = try made(Self.line, rooms: 2)
    let told = try made.pack(made.request(made.records(0..<4), overlap: 2), on: drive)
    let later = try made.pack(made.request(made.records(4..<6), overlap: 2), on: drive)
    #expect(later.rooms.map(\.practice.count) == [0, 0])
    let brought = try made.rooms.map { try $0.entries("practice.jsonl", on: drive) }
    #expect(brought.map(\.count) == [1, 1])
    let lines = brought.compactMap(\.first)
    let shown = told.rooms.flatMap(\.practice).map { $0 + [UInt8(ascii: "\n")] }
    #expect(Set(shown) == Set(lines))
    #expect(Set(lines).count == 2, "each room has a task of its own")
    let schema = try made.leavingSchema()
    for file in lines {
      let task = try PracticeTask(parsing: Array(file.dropLast()), schema: schema)
      #expect(task.answers["better"]?["winner"].map { try? $0.string() } == "k2")
      #expect(task.task.outputs(of: "replies").map { try? $0.text.string() } == ["one", "two"])
    }
  }

  @Test func changedOnesAreBroughtByTheNextBundle() throws {
    let made = try made(Self.line)
    _ = try made.pack(made.request(made.records(0..<1)), on: drive)
    try made.folder.write(
      "wren/practice.jsonl", Self.line.replacing("Which?", with: "Which one?") + "\n")
    _ = try made.lab.addProject(
      made.folder.path("wren"), to: "wren", rootPassphrase: .test)
    _ = try made.pack(made.request(made.records(1..<2)), on: drive)
    _ = try made.pack(made.request(made.records(2..<3)), on: drive)
    #expect(try made.room.entries("practice.jsonl", on: drive).count == 2)
  }

  @Test func whatIsWrongInThemIsSaidWithItsLine() {
    let wrong = [
      (Self.line.replacing(#""winner":"k2""#, with: #""winner":"k3""#), "/answers/better"),
      (Self.line.replacing(#","explain":"#, with: #","because":"#), "explain"),
      (Self.line.replacing(#""prompt":"Which?","#, with: ""), "/prompt"),
      (Self.line.replacing(#"{"better":{"winner":"k2"}}"#, with: "{}"), "better"),
      ("{", "practice.jsonl:2"),
    ]
    for (line, place) in wrong {
      let said = words { _ = try made(Self.line, line) }
      #expect(said.contains("practice.jsonl:2") && said.contains(place), "\(said)")
    }
  }

  @Test func aPassMarkWithoutPracticeTasksIsRefused() {
    let said = words {
      _ = try TestProject(
        schema: TestProject.schema.replacing(
          #""labOnly""#, with: #""practice":{"pass":1},"labOnly""#))
    }
    #expect(said.contains("/practice") && said.contains("practice.jsonl is missing"))
  }
}
