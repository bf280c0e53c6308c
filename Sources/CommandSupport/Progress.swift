import Glibc
import Synchronization

/// How far long work has come, on one line of a terminal that is rewritten; silent elsewhere.
public final class Progress: Sendable {
  private let label: String
  private let active: Bool
  private let now: @Sendable () -> Int64
  private let state = Mutex((shown: Int64.min, any: false))

  /// Milliseconds between two drawings.
  private static let interval: Int64 = 200

  /// Progress of the work called `label`; `json` output keeps it silent, as does a standard error
  /// that is no terminal.
  public init(_ label: String, json: Bool, now: @escaping @Sendable () -> Int64) {
    self.label = label
    self.now = now
    active = !json && isatty(STDERR_FILENO) == 1
  }

  /// Says that `done` units are done, of `total` where that is known.
  public func update(_ done: Int64, of total: Int64? = nil) {
    say(total.map { "\(label): \(done) of \($0)" } ?? "\(label): \(done)")
  }

  /// Says how far it is in words of the caller's own.
  public func say(_ words: @autoclosure () -> String) {
    guard active else { return }
    let time = now()
    let due = state.withLock { state in
      guard state.shown == .min || time - state.shown >= Self.interval else { return false }
      state = (time, true)
      return true
    }
    guard due else { return }
    draw(words())
  }

  /// Clears the line.
  public func finish() {
    guard active, state.withLock({ $0.any }) else { return }
    draw("")
  }

  private func draw(_ text: String) {
    // Back to the first column, the text, then erase what an earlier drawing left.
    _ = Output.writeAll(Array("\r\(Inert.text(text))\u{1B}[K".utf8), to: STDERR_FILENO)
  }
}
