import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Foundation
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

/// What comes up from a room that works as it should, over several sticks.
@Suite struct IntakeTests {
  private let made: TestProject
  private let room: TestRoom
  private let drive = SimulatedDrive()
  private let tasks: [[UInt8]]

  init() throws {
    made = try TestProject()
    room = try made.room
    _ = try made.pack(made.request(made.records(1...3)), on: drive)
    tasks = try room.importAll(drive)
  }

  private func export() throws {
    try room.export(to: drive, sealedTo: made.seals)
  }

  @Test func anArchiveIsTakenInAndReceiptedOnce() throws {
    try made.answer(room, tasks[0])
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused == [])
    #expect(report.taken.map(\.acts) == [1])
    let down = try room.open(drive)
    let receipt = try #require(down.last?.manifest.receipt)
    #expect(receipt.size == Int64(room.lines.count))
    #expect(down.count == 1, "the task bundle was acknowledged and is gone from the stick")

    let files = drive.files
    #expect(try made.lab.sync(on: drive).taken == [])
    #expect(drive.files == files, "a second sync changes nothing")
  }

  @Test func archivesGoOnFromTheReceipt() throws {
    try made.answer(room, tasks[0])
    try export()
    _ = try made.lab.sync(on: drive)
    try room.importAll(drive)
    #expect(room.from > 0)
    try made.answer(room, tasks[1])
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused == [])
    #expect(report.taken.map(\.acts) == [1])
    #expect(try made.lab.status("wren").projects.first?.answers == 2)
  }

  @Test func onlyTheNewestArchiveIsNeeded() throws {
    let other = SimulatedDrive()
    try made.answer(room, tasks[0])
    try room.export(to: other, sealedTo: made.seals)
    try made.answer(room, tasks[1])
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.taken.map(\.sequence) == [2])
    #expect(report.taken.map(\.acts) == [2])
    // The older stick comes later: sticks cross.
    let late = try made.lab.sync(on: other)
    #expect(late.taken == [])
    #expect(late.refused == [])
  }

  @Test func aRunOfArchivesIsTakenInOrder() throws {
    try made.answer(room, tasks[0])
    try export()
    // As after an archive that ended early at its limit: the next begins at its end.
    room.from = room.lines.count
    try made.answer(room, tasks[1])
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused == [])
    #expect(report.taken.map(\.sequence) == [1, 2])
  }

  @Test func theNewestSealAndNonceAreUsed() throws {
    room.identities.append(.generate())
    try made.answer(room, tasks[0])
    try export()
    _ = try made.lab.sync(on: drive)
    let newest = try #require(room.identities.last)
    room.identities = [newest]
    #expect(try room.open(drive).count == 1, "the receipt is sealed to the newest identity")
  }

  @Test func aRotatedCardCountsFromTheNextArchive() throws {
    let new = try room.rotate()
    try made.answer(room, tasks[0])
    try export()
    room.key = new
    room.newCard = nil
    try made.answer(room, tasks[1])
    try export()
    let report = try made.lab.sync(on: drive)
    #expect(report.refused == [])
    #expect(report.taken.last?.sequence == 2)
  }

  @Test func theNewestActOfAPersonCounts() throws {
    let first = try made.answer(room, tasks[0], winner: "k1")
    room.act(
      "ann", .revise(replaces: first, answers: Array(#"{"better":{"winner":"tie"}}"#.utf8)),
      task: tasks[0], schema: try made.schemaHash, guidelines: made.guidelinesHash)
    let second = try made.answer(room, tasks[1])
    room.act(
      "ann", .withdraw(replaces: second), task: tasks[1], schema: try made.schemaHash,
      guidelines: made.guidelinesHash)
    room.act(
      "ann", .skip("unclear"), task: tasks[2], schema: try made.schemaHash,
      guidelines: made.guidelinesHash)
    try export()
    #expect(try made.lab.sync(on: drive).refused == [])
    let out = made.folder.path("out.jsonl")
    #expect(try made.lab.exportJSONL("wren", to: out) == 1)
    let line = try JSONDocument(made.folder.url.appending(path: "out.jsonl").bytes()).root
    #expect(try line.require("answers").require("better").require("winner").string() == "tie")
    #expect(try made.lab.status("wren").projects.first?.channels.first?.skipped == 1)
  }

  @Test func anotherLabsChannelsAreLeftAlone() throws {
    let other = try TestProject()
    _ = try other.pack(other.request(other.records(1...2)), on: drive)
    let foreign = drive.files.filter { $0.key.contains(other.rooms[0].channel.hex) }
    let report = try made.lab.sync(on: drive)
    #expect(report.foreign == 1)
    #expect(drive.files.filter { $0.key.contains(other.rooms[0].channel.hex) } == foreign)
  }
}
