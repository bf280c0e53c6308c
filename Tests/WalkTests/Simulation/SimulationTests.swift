import Foundation
import Testing

/// Random lives of the real code: packs, syncs, lost, old, doubled and mixed sticks, sticks pulled
/// out at any step, restored rooms. A life that breaks prints its seed and its story;
/// `scripts/soak walk --seed S --runs 1` lives it again.
@Suite struct SimulationTests {
  private static let firstSeed = number("AIRLOCK_SEED") ?? 1
  private static let runs = number("AIRLOCK_RUNS") ?? 40

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test func nothingIsLostOrDoubledWhateverHappensToTheSticks() throws {
    var broken = 0
    for seed in Self.firstSeed..<Self.firstSeed + Self.runs {
      if try !holds(seed) { broken += 1 }
      if (seed - Self.firstSeed + 1).isMultiple(of: 500) {
        print("\(seed - Self.firstSeed + 1) lives, \(broken) broken")
      }
      // More of the same would only hide the first stories.
      if broken == 5 { break }
    }
    #expect(broken == 0)
  }

  private func holds(_ seed: UInt64) throws -> Bool {
    let life = try Life(seed: seed)
    do {
      try life.live()
      return true
    } catch {
      let story = life.story.map { "  \($0)" }.joined(separator: "\n")
      Issue.record("seed \(seed): \(error)\n\(story)")
      return false
    }
  }
}
