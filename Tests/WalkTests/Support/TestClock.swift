import Cryptography
import Synchronization
import Vocabulary

/// A clock that goes a second further whenever it is asked, and random bytes from a seed.
final class TestClock: Sendable {
  private let state: Mutex<(now: Int64, drawn: UInt64)>
  private let seed: String

  init(_ seed: String, now: Int64 = 1_770_000_000_000) {
    self.seed = seed
    state = Mutex((now, 0))
  }

  /// When it is, for a clock that goes on from here.
  var now: Int64 { state.withLock { $0.now } }

  var context: Context {
    Context(
      now: {
        self.state.withLock { state in
          state.now += 1_000
          return state.now
        }
      }, random: { self.bytes($0) })
  }

  private func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let number = state.withLock { state in
        state.drawn += 1
        return state.drawn
      }
      bytes += SHA256.hash(Array("\(seed) \(number)".utf8)).bytes
    }
    return Array(bytes.prefix(count))
  }
}
