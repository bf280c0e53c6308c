import Synchronization

/// Counts what an exchange does and tells it to whoever watches.
///
/// Those who know what comes next say so (`expect`); the bytes are counted by `WatchedDrive`.
public final class StickWatch: Sendable {
  private struct State {
    var phase = StickProgress.Phase.looking
    var counts: [StickProgress.Phase: Count] = [:]
  }

  private struct Count {
    var files = 0
    var ofFiles = 0
    var bytes: Int64 = 0
    var ofBytes: Int64 = 0
  }

  private let tell: @Sendable (StickProgress) -> Void
  private let state = Mutex(State())

  /// A watch that calls `tell` after each change, on the thread that does the work. It is called
  /// for every piece of a file, so it has to be quick.
  public init(_ tell: @escaping @Sendable (StickProgress) -> Void) { self.tell = tell }

  /// Tells nobody.
  public static let silent = StickWatch { _ in }

  /// What is being done now.
  public var progress: StickProgress { state.withLock { Self.progress($0) } }

  /// Goes on to another phase.
  public func enter(_ phase: StickProgress.Phase) { change { $0.phase = phase } }

  /// Says that so many files come in a phase, with their bytes, and enters it.
  public func expect(_ phase: StickProgress.Phase, files: Int, bytes: Int64) {
    change { state in
      state.phase = phase
      state.counts[phase, default: Count()].ofFiles += files
      state.counts[phase, default: Count()].ofBytes += bytes
    }
  }

  /// Counts bytes of the phase that is on.
  func count(bytes: Int) {
    change { $0.counts[$0.phase, default: Count()].bytes += Int64(bytes) }
  }

  /// Counts a finished file of the phase that is on.
  func countFile() {
    change { $0.counts[$0.phase, default: Count()].files += 1 }
  }

  private func change(_ body: (inout State) -> Void) {
    let progress = state.withLock { state in
      body(&state)
      return Self.progress(state)
    }
    tell(progress)
  }

  /// Never more than was said to come: a small file that nobody announced isn't worth a wrong sum.
  private static func progress(_ state: State) -> StickProgress {
    let count = state.counts[state.phase] ?? Count()
    return StickProgress(
      phase: state.phase, files: min(count.files, count.ofFiles), ofFiles: count.ofFiles,
      bytes: min(count.bytes, count.ofBytes), ofBytes: count.ofBytes)
  }
}
