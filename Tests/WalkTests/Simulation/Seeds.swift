import Synchronization

/// The lives that are still to be lived, for several threads to take them from.
final class Seeds: Sendable {
  private struct State {
    var next: UInt64
    var lived: UInt64 = 0
    var broken = 0
  }
  private let state: Mutex<State>
  private let end: UInt64

  /// More stories than these would only hide the first.
  private static let mostStories = 5

  init(from first: UInt64, count: UInt64) {
    state = Mutex(State(next: first))
    end = first + count
  }

  /// How many lives have broken.
  var broken: Int { state.withLock { $0.broken } }

  /// The next seed; nil where none is left or enough is known.
  func next() -> UInt64? {
    state.withLock { state in
      guard state.next < end, state.broken < Self.mostStories else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// A life is over; says now and then how many were.
  func end(_ held: Bool) {
    let state = state.withLock { state in
      state.lived += 1
      if !held { state.broken += 1 }
      return state
    }
    if state.lived.isMultiple(of: 100) { print("\(state.lived) lives, \(state.broken) broken") }
  }
}
