import AnnotationModel
import Cryptography
import Exchange
import Foundation
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

extension Life {
  /// What may be said of a stick without anything being wrong: only that a new life of the log waits
  /// for a person, or that an old one came again.
  private static let lawful: Set<String> = ["epoch-waiting", "epoch-closed"]

  /// The lab refuses nothing.
  func expectHarmless(_ report: Lab.SyncReport) throws {
    let codes = report.refused.map(\.code).filter { restores == 0 || !Self.lawful.contains($0) }
    guard codes.isEmpty else { throw Broken("the lab refuses \(codes)") }
  }

  /// The room refuses nothing.
  func expectHarmless(_ report: Room.SyncReport) throws {
    let alarms = report.channels.flatMap(\.alarms).map(\.description)
    guard alarms.isEmpty else { throw Broken("the room refuses \(alarms)") }
  }

  /// What must hold after every step.
  func check() throws {
    let room = try world.roomFacts()
    let lab = try actsInLab()
    guard labActs.isSubset(of: lab) else { throw Broken("the lab has lost an act") }
    labActs = lab
    let receipted = try receiptedActs()
    guard receipted.isSubset(of: lab) else {
      throw Broken("the room holds a receipt for an act that the lab hasn't got")
    }
    guard Set(room.acts).count == room.acts.count else { throw Broken("an act is there twice") }
    let lines = try world.exported().map(Self.place)
    guard Set(lines).count == lines.count else { throw Broken("an answer is counted twice") }
    for (place, files) in strangers.enumerated() {
      guard files.allSatisfy({ sticks[place].files[$0.key] == $0.value }) else {
        throw Broken("a file of others was touched on stick \(place)")
      }
    }
  }

  /// A stick that nothing happens to goes to and fro; then both hold the same.
  func converge() throws {
    let stick = SimulatedDrive()
    for _ in 0..<3 {
      _ = try world.lab.sync(on: stick, project: "siskin")
      try acceptIfItWaits()
      try expectHarmless(world.lab.sync(on: stick, project: "siskin"))
      try expectHarmless(world.room { try $0.sync(stick, only: world.keys.project) })
    }
    try expectHarmless(world.lab.sync(on: stick, project: "siskin"))
    try check()
    let (room, lab) = (try world.roomFacts(), try actsInLab())
    guard Set(room.acts).isSubset(of: lab) else { throw Broken("an act never reached the lab") }
    guard restores > 0 || lab == Set(room.acts) else {
      throw Broken("the lab holds a stranger's act")
    }
    guard Int64(room.tasks) == (try world.tasksInLab()) else {
      throw Broken("\(room.tasks) of \(try world.tasksInLab()) tasks have reached the room")
    }
    let channel = try world.lab.status("siskin").projects.first?.channels.first
    guard channel?.leaves == room.leaves else {
      throw Broken("the lab holds \(channel?.leaves ?? 0) of \(room.leaves) leaves")
    }
    // What the lab has of a life that the room lost counts until the person acts on it again.
    let lost = restores > 0 ? lab.subtracting(room.acts).count : 0
    let (counted, answered) = (Int(try world.answersInLab()), try answeredInRoom())
    guard abs(counted - answered) <= lost, try world.exported().count == counted else {
      throw Broken("\(counted) answers in the lab, \(answered) in the room, \(lost) acts lost")
    }
  }

  func acceptIfItWaits() throws {
    let waiting = try world.lab.status("siskin").projects.first?.channels.first?.waitingEpochs ?? 0
    guard waiting > 0 else { return }
    _ = try world.lab.acceptRoom(nil, project: "siskin", epoch: try newestWaiting())
  }

  /// Where several wait, the one that the room lives in now.
  private func newestWaiting() throws -> String? {
    let epoch = try world.channel { _, channel in channel.epoch }
    let waits = try world.lab.database.read { sql in
      try sql.first(
        "SELECT 1 FROM logs WHERE state = 'waiting' AND epoch = ?", .bytes(epoch)) != nil
    }
    return waits ? epoch.hex : nil
  }

  private func actsInLab() throws -> Set<Digest> {
    try world.lab.database.read { sql in
      Set(try sql.rows("SELECT hash FROM acts").map { try $0.digest(0) })
    }
  }

  private func receiptedActs() throws -> Set<Digest> {
    try world.channel { _, channel in
      try channel.store.read { store in
        var acts: Set<Digest> = []
        try store.eachAct(from: 0, to: try store.integer(.receiptedSize) ?? 0) {
          acts.insert(SHA256.hash($0))
        }
        return acts
      }
    }
  }

  private func answeredInRoom() throws -> Int {
    guard try world.roomFacts().tasks > 0 else { return 0 }
    return try world.desk { try $0.counts().answered }
  }

  /// Which task by whom a line of an export is about.
  private static func place(_ line: String) -> String {
    ["\"task\":\"", "\"person\":\""].map { name in
      line.range(of: name).map { String(line[$0.upperBound...].prefix(64)) } ?? ""
    }.joined(separator: " ")
  }
}

/// Something that must hold doesn't.
struct Broken: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
