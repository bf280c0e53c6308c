import Foundation
import Testing

/// Runs the real executables and kills them at a moment that a seed decides.
struct KilledProgram {
  private let world: World
  private var random: SeededRandom
  /// The latest moment at which each command is killed, in seconds. It follows how long commands
  /// live as the machine is more or less busy: most of what is written is written at their end.
  private var limits: [String: Double] = [:]
  private(set) var kills = 0

  init(_ world: World, seed: UInt64) {
    self.world = world
    random = SeededRandom(seed)
  }

  /// A number below `count`.
  mutating func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  /// Runs a command, the first time to its end, and later with SIGKILL at some moment of its life
  /// or just after.
  mutating func run(
    _ name: String, _ program: String, home: String, _ arguments: [String], as party: String
  ) throws -> Outcome {
    let arguments =
      ["--home", world.path(home)] + arguments
      + ["--passphrase-file", try world.passphrase(party), "--json"]
    guard let limit = limits[name] else {
      let start = ContinuousClock.now
      let outcome = try Program.run(program, arguments)
      limits[name] = (ContinuousClock.now - start) / .seconds(1)
      return outcome
    }
    let moment = limit * (0.7 + 0.3 * Double(draw(10_000)) / 10_000)
    let path = Program.products.appending(path: program).path
    let outcome = try Program.run("timeout", ["-s", "KILL", "\(moment)", path] + arguments)
    let isKilled = [137, -9].contains(outcome.status)
    if isKilled { kills += 1 }
    limits[name] = limit * (isKilled ? 1.1 : 0.9)
    #expect(isKilled || outcome.status == 0, "\(name): \(outcome.errors)")
    return outcome
  }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededRandom {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
