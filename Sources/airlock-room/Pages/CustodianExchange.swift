import Dispatch
import Exchange
import Room
import Synchronization
import Vocabulary
import Web

/// An exchange with a stick on a thread of its own, so that the page can ask how far it is.
///
/// Nobody else touches the stores meanwhile: the pages are paused, and the session refuses.
final class CustodianExchange: Sendable {
  private struct State {
    var progress: ExchangeProgress?
    var closes = false
    var isClosed = false
  }

  private let custodian: Custodian
  private let afterwards: @Sendable () -> Void
  private let ended: @Sendable () -> Void
  private let queue = DispatchQueue(label: "airlock.exchange")
  private let state = Mutex(State())

  /// `afterwards` is called after each exchange, whatever came of it; `ended` once, when the stores
  /// are closed.
  init(
    _ custodian: Custodian, afterwards: @escaping @Sendable () -> Void,
    ended: @escaping @Sendable () -> Void
  ) {
    self.custodian = custodian
    self.afterwards = afterwards
    self.ended = ended
  }

  var progress: ExchangeProgress? { state.withLock { $0.progress } }

  var isRunning: Bool { progress?.phase == .running }

  /// Begins with the stick whose folder this is; returns at once. A stick that is gone by then is
  /// told as one that left.
  func start(_ stick: String, _ direction: StickDirection) {
    let label = stick.split(separator: "/").last.map(String.init) ?? stick
    state.withLock { $0.progress = ExchangeProgress(stick: label, direction: direction) }
    queue.async { [self] in run(stick, direction) }
  }

  /// Forgets an exchange that has ended.
  func dismiss() {
    state.withLock { if $0.progress?.phase != .running { $0.progress = nil } }
  }

  /// Closes the custodian's stores, once no stick is worked on any more.
  func closeWhenDone() {
    let now = state.withLock { state in
      state.closes = true
      return state.progress?.phase != .running
    }
    if now { close() }
  }

  private func run(_ stick: String, _ direction: StickDirection) {
    var end = progress ?? ExchangeProgress(stick: "", direction: direction)
    do {
      let report = try custodian.sync(
        try FolderDrive(stick), only: nil, direction: direction.ofExchange,
        watch: StickWatch { self.note($0) })
      let channels = try report.channels.map(outcome)
      end = progress ?? end
      end.channels = channels
      end.others = report.foreign
      end.phase = .done
    } catch {
      end = progress ?? end
      end.trouble = CustodianTrouble.trouble(error)
      end.phase = .stopped
    }
    afterwards()
    let closes = state.withLock { [end] state in
      state.progress = end
      return state.closes
    }
    if closes { close() }
  }

  private func note(_ progress: StickProgress) {
    guard let count = ExchangeProgress.Count(progress) else { return }
    state.withLock { $0.progress?.note(count) }
  }

  private func outcome(_ channel: SyncReport.Channel) throws -> ExchangeProgress.Channel {
    var outcome = ExchangeProgress.Channel(channel)
    if let archive = channel.archive {
      outcome.acts = ActCounts(
        byKind: try custodian.contents(ofArchive: archive, project: channel.project))
    }
    return outcome
  }

  /// The keys go with the last reference; a store that can't be closed loses nothing that was
  /// committed.
  private func close() {
    let first = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    guard first else { return }
    try? custodian.close()
    ended()
  }
}
