import Synchronization

/// How many connections are open, with a bound.
final class ConnectionCount: Sendable {
  private let limit: Int
  private let open = Mutex(0)

  init(limit: Int) { self.limit = limit }

  /// Counts one in; false when there are as many as there may be.
  func enter() -> Bool {
    open.withLock { open in
      guard open < limit else { return false }
      open += 1
      return true
    }
  }

  /// Counts one out.
  func leave() { open.withLock { $0 -= 1 } }
}
