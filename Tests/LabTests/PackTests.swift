import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Foundation
import Store
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

/// Records to tasks, tasks to rooms, bundles to a stick.
@Suite struct PackTests {
  private let drive = SimulatedDrive()

  /// Rows that packing makes.
  private func counts(_ lab: LabService) throws -> [Int64] {
    try lab.database.read { sql in
      try ["records", "tasks", "bundles", "metadata"].map {
        try sql.first("SELECT count(*) FROM \($0)")?.integer(0) ?? -1
      }
    }
  }

  private func fault(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return "\(error)" }
  }

  @Test func aRecordGoesToOneRoomEachGetsItsShare() throws {
    let made = try TestProject(rooms: 3)
    let report = try made.pack(made.request(made.records(0..<30)), on: drive)
    #expect(report.tasks == 30)
    #expect(report.rooms.map(\.tasks) == [10, 10, 10])
  }

  @Test func withOverlapEachOfTheRoomsHasItsOwnTask() throws {
    let made = try TestProject(rooms: 3)
    let report = try made.pack(
      made.request(made.records(0..<10), overlap: 3), on: drive)
    #expect(report.rooms.map(\.tasks) == [10, 10, 10])
    let tasks = try made.rooms.flatMap { try $0.importAll(drive) }
    #expect(Set(tasks.map { SHA256.hash($0) }).count == 30)
    #expect(Set(try tasks.map { try JSONDocument($0).root.require("id").id() }).count == 30)
  }

  @Test func overlapTwoOfThreeIsBalanced() throws {
    let made = try TestProject(rooms: 3)
    let report = try made.pack(made.request(made.records(0..<30), overlap: 2), on: drive)
    #expect(report.rooms.map(\.tasks) == [20, 20, 20])
  }

  @Test func packedAgainARecordGoesOnlyToRoomsThatHaveNotHadIt() throws {
    let made = try TestProject(rooms: 2)
    let file = try made.records(0..<4)
    #expect(try made.pack(made.request(file), on: drive).rooms.map(\.tasks) == [2, 2])
    #expect(try made.pack(made.request(file), on: drive).rooms.map(\.tasks) == [2, 2])
    let third = try made.pack(made.request(file), on: drive)
    #expect(third.tasks == 0)
    #expect(third.skipped == 4)
    for room in made.rooms { #expect(try Set(room.importAll(drive)).count == 4) }
  }

  @Test func anIdTwiceInARunIsRefusedWithItsLine() throws {
    let made = try TestProject()
    let file = try made.folder.write(
      "twice.jsonl", TestProject.record(1) + TestProject.record(2) + TestProject.record(1))
    let error = fault { _ = try made.pack(made.request(file), on: drive) }
    #expect(error?.contains("twice.jsonl:3: /id:") == true)
    #expect(try counts(made.lab) == [0, 0, 0, 0])
    // The same id with another spelling, in another file.
    let other = try made.folder.write(
      "other.jsonl", TestProject.record(1).replacing("\"r1\"", with: #""\u00721""#))
    let first = try made.records([1])
    let second = fault { _ = try made.pack(made.request(first, other), on: drive) }
    #expect(second?.contains("other.jsonl:1: /id:") == true)
  }

  @Test func aBadRecordIsNamedAndNothingChanges() throws {
    let made = try TestProject()
    let file = try made.folder.write(
      "bad.jsonl", (0..<2_000).map(TestProject.record).joined() + #"{"id":"x","a":"b"}"# + "\n")
    let error = fault { _ = try made.pack(made.request(file), on: drive) }
    #expect(
      error?.hasSuffix("bad.jsonl:2001: /prompt: is missing; field \"prompt\" needs it") == true)
    #expect(try counts(made.lab) == [0, 0, 0, 0])
    #expect(drive.files.isEmpty)
  }

  @Test(
    arguments: [
      ("empty", [], "is empty"), ("bom", [0xEF, 0xBB, 0xBF] + Array("{}\n".utf8), ":1:"),
      ("utf16", [0xFF, 0xFE, 0x7B, 0x00], ":1:"), ("crlf", Array("{}\r\n".utf8), ":1:"),
      ("cut", Array("{\"id\":".utf8), ":1:"), ("list", Array("[]\n".utf8), ":1:"),
      ("id", Array("{\"id\":{}}\n".utf8), ":1: /id:"),
    ] as [(String, [UInt8], String)])
  func aFileThatIsNoRecords(name: String, bytes: [UInt8], expected: String) throws {
    let made = try TestProject()
    let file = try made.folder.write("\(name).jsonl", bytes)
    let error = try #require(fault { _ = try made.pack(made.request(file), on: drive) })
    #expect(error.contains("\(name).jsonl"))
    #expect(error.contains(expected), "\(error)")
    #expect(try counts(made.lab) == [0, 0, 0, 0])
  }

  @Test func aFolderIsNoFileOfRecords() throws {
    let made = try TestProject()
    let error = fault { _ = try made.pack(made.request(made.folder.path), on: drive) }
    #expect(error?.contains("is a folder") == true)
  }

  @Test func aDryRunTellsAllAndChangesNothing() throws {
    let made = try TestProject(rooms: 2)
    var request = made.request(try made.records(0..<5))
    request.isDryRun = true
    let report = try made.lab.pack(request)
    #expect(report.tasks == 5)
    #expect(report.samples.count == 3)
    #expect(report.fields.map(\.name) == ["prompt", "replies", "picture"])
    #expect(report.stays == ["gold", "id"])
    #expect(report.rooms.flatMap(\.bundles).allSatisfy { $0.sealedBytes >= 65_536 })
    #expect(try counts(made.lab) == [0, 0, 0, 0])
  }

  @Test func moreThanABundleHoldsBecomesSeveral() throws {
    let made = try TestProject(bundleLimits: BundleLimits(tasks: 4, bytes: 1 << 20))
    let report = try made.pack(made.request(made.records(0..<10)), on: drive)
    #expect(report.rooms.first?.bundles.map(\.tasks) == [4, 4, 2])
    let bundles = try made.room.open(drive)
    #expect(bundles.map(\.manifest.sequence) == [1, 2, 3])
    #expect(bundles.map(\.manifest.previous) == [.zero, bundles[0].hash, bundles[1].hash])
  }

  @Test func bytesFillABundleToo() throws {
    let made = try TestProject(bundleLimits: BundleLimits(tasks: 1_000, bytes: 700))
    let report = try made.pack(made.request(made.records(0..<6)), on: drive)
    #expect((report.rooms.first?.bundles.count ?? 0) > 1)
    #expect(try made.room.importAll(drive).count == 6)
  }

  @Test func outputsAreShuffledAndTheMappingStays() throws {
    let made = try TestProject()
    _ = try made.pack(made.request(made.records(0..<40)), on: drive)
    let first = try made.room.importAll(drive).map { line in
      try #require(
        try JSONDocument(line).root.require("fields").require("replies").element(0)
      ).require("text").string().hasPrefix("first")
    }
    #expect(Set(first).count == 2, "forty coins that fall alike")
    let mapped = try made.lab.database.read { sql in
      try sql.rows("SELECT outputs FROM tasks ORDER BY place").map {
        try OutputNames($0.blob(0)).pointers["replies"]?["k1"] == "/a"
      }
    }
    #expect(mapped == first)
  }

  @Test func whatLeavesHasNoSourcesAndNoGold() throws {
    let made = try TestProject()
    _ = try made.pack(made.request(made.records(0..<2)), on: drive)
    let bundle = try #require(made.room.open(drive).first)
    let schema = try #require(bundle.manifest.entries.first { $0.path == EntryName.project })
    #expect(try schema.sha256 == made.schemaHash)
    #expect(bundle.tasks.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("gold") })
  }

  @Test func aFullStickChangesNothing() throws {
    let made = try TestProject()
    drive.arm(.full(after: 40_000))
    let error = fault { _ = try made.pack(made.request(made.records(0..<2)), on: drive) }
    #expect(error?.contains("full") == true)
    #expect(try counts(made.lab) == [0, 0, 0, 0])
    drive.plugIn()
    #expect(try made.pack(made.request(made.records(0..<2)), on: drive).tasks == 2)
    #expect(try made.room.importAll(drive).count == 2)
  }

  @Test func aRoomThatIsNoneAndTooMuchOverlap() throws {
    let made = try TestProject(rooms: 2)
    let file = try made.records(0..<2)
    var request = made.request(file, overlap: 3)
    #expect(fault { _ = try made.pack(request, on: drive) }?.contains("--overlap") == true)
    request = made.request(file)
    request.rooms = ["ffff"]
    #expect(fault { _ = try made.pack(request, on: drive) }?.contains("--room") == true)
    request.rooms = [made.rooms[1].id.hex]
    let report = try made.pack(request, on: drive)
    #expect(report.rooms.map(\.room) == [made.rooms[1].id])
  }
}
