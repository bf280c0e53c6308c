import Vocabulary

/// The one person who is signed in: their session, the project on their desk, their tab.
///
/// There is one seat. A room has one screen, and a process should hold the key of one person's
/// one project at a time; who signs in next takes the seat.
struct Seat: Sendable {
  /// The secret in the cookie.
  let token: String
  let session: any WorkSession
  /// The project opened last. Opening another lets go of this one.
  private(set) var desk: (any ProjectDesk)?
  /// Monotonic milliseconds of the last request that a person caused.
  var lastActive: Int64
  /// The browser tab that may write; nil when none has claimed that.
  var tab: String?
  private var clocks: [Digest: AttentionClock] = [:]

  init(token: String, session: any WorkSession, now: Int64, tab: String?) {
    self.token = token
    self.session = session
    lastActive = now
    self.tab = tab
  }

  /// The desk of a project, opened where it isn't yet.
  mutating func desk(for project: ID) throws -> any ProjectDesk {
    if let desk, desk.project == project { return desk }
    desk = nil
    clocks = [:]
    let opened = try session.open(project)
    desk = opened
    return opened
  }

  /// Notes that a task came up, `earlier` milliseconds of attention being in its draft already.
  mutating func taskCameUp(_ task: Digest, now: Int64, earlier: Int64) {
    if clocks[task] == nil { clocks[task] = AttentionClock(since: now, earlier: earlier) }
  }

  /// What a page may claim at most to have spent on a task; 0 for one that never came up.
  func cappedTime(_ claimed: Int64, on task: Digest, now: Int64) -> Int64 {
    min(claimed, clocks[task]?.longest(now: now) ?? 0)
  }

  /// Begins a task's time afresh, once an act has taken it in.
  mutating func restartTime(of task: Digest, now: Int64) {
    clocks[task] = AttentionClock(since: now, earlier: 0)
  }
}
