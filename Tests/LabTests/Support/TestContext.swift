import Cryptography
import Synchronization
import Vocabulary

@testable import Lab

/// A clock that a test moves, and randomness from the system.
final class TestClock: Sendable {
  private let time: Mutex<Int64>

  init(_ start: Int64 = 1_770_000_000_000) { time = Mutex(start) }

  func advance(_ milliseconds: Int64) { time.withLock { $0 += milliseconds } }

  var context: Context {
    Context(now: { self.time.withLock { $0 } }, random: { SystemRandom.bytes($0) })
  }
}

/// What tests use in place of the standard cost of a passphrase.
enum TestCost {
  static let cheap = PassphraseCosts(
    slot: Argon2Cost(memoryBytes: 1 << 20, passes: 1), workFactor: 4)
}

extension SecretBytes {
  static var test: SecretBytes { SecretBytes(copying: Array("correct horse battery".utf8)) }
}

extension LabService {
  /// A new lab in a folder, opened.
  static func make(
    in folder: TemporaryFolder, clock: TestClock = TestClock(),
    bundleLimits: BundleLimits = .standard
  ) throws -> LabService {
    try create(
      home: folder.path("home"), name: "Test lab", passphrase: .test, context: clock.context,
      costs: TestCost.cheap)
    return try open(in: folder, clock: clock, bundleLimits: bundleLimits)
  }

  /// The lab of a folder, opened again.
  static func open(
    in folder: TemporaryFolder, clock: TestClock = TestClock(),
    bundleLimits: BundleLimits = .standard
  ) throws -> LabService {
    try LabService(
      home: folder.path("home"), passphrase: .test, context: clock.context, costs: TestCost.cheap,
      bundleLimits: bundleLimits)
  }
}
