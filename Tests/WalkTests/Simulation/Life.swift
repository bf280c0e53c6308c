import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Foundation
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// The life of one lab, one room and three sticks between them, as a seed has it: the real code, with
/// simulated sticks and clock.
final class Life {
  let world: WalkWorld
  var sticks: [SimulatedDrive]
  private var kept: [[String: [UInt8]]] = []
  private var plan: LifePlan
  private var packed = 0
  private var backUps = 0
  /// What belongs to others on each stick.
  var strangers: [[String: [UInt8]]]
  /// What has happened, for whoever reads of a failure.
  private(set) var story: [String] = []
  /// How often the room was restored, and the acts that it has had since it was last.
  private(set) var restores = 0
  /// Acts that the lab has held at one time.
  var labActs: Set<Digest> = []

  init(seed: UInt64) throws {
    world = try WalkWorld(WalkState.enrolled.get(), seed: "life \(seed)")
    plan = LifePlan(seed: seed)
    sticks = (0..<LifePlan.sticks).map { _ in SimulatedDrive() }
    strangers = sticks.map { _ in [:] }
  }

  /// Lives it to its end, checking after each step what must hold; at last both sides meet until
  /// nothing is left to tell.
  func live() throws {
    for _ in 0..<plan.length {
      let step = plan.next()
      story.append(step.description)
      try perform(step)
      try check()
    }
    story.append("at last both meet")
    try converge()
  }

  private func perform(_ step: LifeStep) throws {
    switch step {
    case .pack(let records, let stick, let accident):
      try exchange(stick, accident) { drive in
        let numbers = packed..<packed + records
        packed += records
        try world.pack(numbers, on: drive)
      }
    case .message(let stick, let accident):
      try exchange(stick, accident) { drive in
        _ = try world.lab.give(
          "message", to: OrderAddress(project: "siskin"), on: drive
        ) { _, _ in [OrderLetter(order: .message(text: "Carry on."))] }
      }
    case .labSync(let stick, let accident):
      try exchange(stick, accident) { try expectHarmless(world.lab.sync(on: $0)) }
    case .roomSync(let stick, let named, let accident):
      try exchange(stick, accident) { drive in
        let only = named ? world.keys.project : nil
        try expectHarmless(world.room { try $0.sync(drive, only: only) })
      }
    case .answer, .skip, .withdraw, .revise: try work(step)
    default: try handle(step)
    }
  }

  /// What happens to sticks and homes.
  private func handle(_ step: LifeStep) throws {
    switch step {
    case .lose(let stick): put([:], on: stick, beside: false)
    case .copy(let from, let to, let beside): put(sticks[from].files, on: to, beside: beside)
    case .keep(let stick): kept.append(sticks[stick].files)
    case .putBack(let number, let stick, let beside):
      put(kept[number % kept.count], on: stick, beside: beside)
    case .holiday(let stick):
      put(["photos/beach.jpg": [0xFF, 0xD8], "airlock.txt": [1]], on: stick, beside: true)
    case .loseOutbox:
      try? FileManager.default.removeItem(atPath: "\(world.home.path)/outbox")
    case .backUp:
      try world.folder.copy(world.home.path, to: "copy")
      backUps += 1
    case .restore where backUps > 0:
      try world.folder.copy(world.folder.path("copy"), to: "room")
      try world.room { _ = try $0.beginEpochs() }
      restores += 1
    case .accept: try acceptIfItWaits()
    default: break
    }
  }

  private func put(_ files: [String: [UInt8]], on stick: Int, beside: Bool) {
    let all = beside ? sticks[stick].files.merging(files) { $1 } : files
    sticks[stick] = SimulatedDrive(files: all)
    strangers[stick] = all.filter { !$0.key.hasPrefix("airlock/") }
  }

  /// Something with a stick, which may go wrong in the given way alone.
  private func exchange(
    _ stick: Int, _ accident: Accident?, _ body: (SimulatedDrive) throws -> Void
  ) throws {
    let drive = sticks[stick]
    if let accident { drive.arm(accident) }
    do {
      try body(drive)
    } catch let fault as DriveFault where accident != nil {
      story.append("  \(fault)")
    } catch let failure as Failure where accident != nil {
      story.append("  \(failure)")
    }
    drive.plugIn()
  }

  private func work(_ step: LifeStep) throws {
    do {
      switch step {
      case .answer(let count):
        for _ in 0..<count where try isOpen() { try world.answer(1) }
      case .skip:
        try onTask(.new) { desk, task in
          _ = try desk.skip(task, text: "can't read it", activeMs: 500)
        }
      case .withdraw: try onTask(.answered) { _ = try $0.withdraw($1) }
      default:
        try onTask(.answered) { desk, task in
          _ = try desk.submit(
            AnswerToSubmit(
              task: task, answers: Array(#"{"score":2,"why":"on second thought"}"#.utf8),
              activeMs: 700, scripted: true))
        }
      }
    } catch let failure as Failure {
      // Before the first bundle there is nothing to work on.
      guard try world.roomFacts().tasks == 0 else { throw failure }
    }
  }

  private func isOpen() throws -> Bool {
    guard try world.roomFacts().tasks > 0 else { return false }
    return try world.desk { try $0.nextOpen(after: 0) != nil }
  }

  private func onTask(_ state: TaskState, _ body: (Desk, Digest) throws -> Void) throws {
    guard try world.roomFacts().tasks > 0 else { return }
    try world.desk { desk in
      var found: Digest?
      try desk.eachTask { if found == nil, $0.state == state { found = $0.task.hash } }
      if let found { try body(desk, found) }
    }
  }
}
