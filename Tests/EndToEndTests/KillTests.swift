import Foundation
import Testing

/// `kill -9` of `annotate` and of both sides' `sync`, at random moments, round after round: what was
/// acknowledged is there, batches are whole or absent, and the next sync completes and verifies.
///
/// AIRLOCK_KILL_ROUNDS says how many rounds (scripts/soak makes it many), AIRLOCK_SEED repeats a run.
@Suite struct KillTests {
  private static let rounds = number("AIRLOCK_KILL_ROUNDS") ?? 4
  private static let seed = number("AIRLOCK_SEED") ?? UInt64.random(in: 1...999_999)

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test func nothingAcknowledgedIsLost() throws {
    let small = try SmallWorld(tasks: 6)
    try small.world.room("a", "sync", small.world.stick)
    let tasks = try small.world.tasks("a", project: small.project, as: SmallWorld.contractor)
      .compactMap { $0["task"] as? String }
    try #require(tasks.count == 6)
    var killer = KilledProgram(small.world, seed: Self.seed)
    var known: [String: String] = [:]
    var late = 0
    for round in 0...Self.rounds {
      let batch = Set((0..<4).map { _ in tasks[killer.draw(tasks.count)] }).sorted()
      let isAcknowledged = try annotate(small, batch, "round \(round)", &killer)
      try sync(small, &killer)
      let found = try answers(small)
      let values = Set(batch.map { found[$0] == "round \(round)" })
      #expect(values.count == 1, "seed \(Self.seed), round \(round): \(batch) in \(found)")
      #expect(!isAcknowledged || values == [true], "seed \(Self.seed), round \(round)")
      if values == [true], !isAcknowledged { late += 1 }
      if values == [true] { for task in batch { known[task] = "round \(round)" } }
      #expect(found == known, "seed \(Self.seed), round \(round)")
    }
    print(
      "kill -9: \(killer.kills) of \(3 * Self.rounds) commands killed, \(late) between commit and "
        + "word of it, seed \(Self.seed)")
  }

  /// Whether the program said that the batch is written.
  private func annotate(
    _ small: SmallWorld, _ batch: [String], _ why: String, _ killer: inout KilledProgram
  ) throws -> Bool {
    let lines = try batch.map { task in
      let answer: [String: Any] = ["better": ["winner": "k1"], "why": why]
      let line: [String: Any] = ["task": task, "answers": answer]
      return String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self)
    }
    try small.world.write(lines.map { $0 + "\n" }.joined(), to: "batch.jsonl")
    let outcome = try killer.run(
      "annotate", "airlock-room", home: "a",
      [
        "annotate", small.project, "--as", SmallWorld.contractor, "--answers",
        small.world.path("batch.jsonl"),
      ], as: SmallWorld.contractor)
    return outcome.status == 0 || outcome.text.contains("\"answered\":\(batch.count)")
  }

  /// Both sides' syncs killed, then to their end: no alarm, nothing refused.
  private func sync(_ small: SmallWorld, _ killer: inout KilledProgram) throws {
    let stick = small.world.stick
    _ = try killer.run(
      "room sync", "airlock-room", home: "a", ["sync", stick], as: "custodian-a")
    try small.world.room("a", "status")
    try small.world.room("a", "sync", stick)
    _ = try killer.run("lab sync", "airlock-lab", home: "lab", ["sync", stick], as: "lab")
    let outcome = try small.world.lab("sync", stick).object()
    #expect((outcome["refused"] as? [Any])?.isEmpty == true)
  }

  /// What the lab verified: task → the words of its newest answer; a task comes once.
  private func answers(_ small: SmallWorld) throws -> [String: String] {
    var found: [String: String] = [:]
    for line in try small.exported() {
      let task = try #require(line["task"] as? String)
      let answers = try #require(line["answers"] as? [String: Any])
      #expect(found[task] == nil, "an answer arrived twice")
      found[task] = answers["why"] as? String
    }
    return found
  }
}
