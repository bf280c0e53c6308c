import Store
import Vocabulary

/// How long the room can go on without hearing from the lab, at the pace at which people work.
public struct LeaseOutlook: Sendable, Equatable {
  /// Archives that went out since the newest one that the lab has answered.
  public let unanswered: Int64
  /// Whether no new task can be opened any more.
  public let isSpent: Bool
  /// Answers and skips that are left; nil without limit.
  public let actsLeft: Int64?
  /// Milliseconds of attention that are left; nil without limit.
  public let msLeft: Int64?
  /// Days of work that are left, a day being one on which somebody worked; nil without limit, and
  /// before anybody has worked.
  public let daysLeft: Double?

  init(in store: ProjectTransaction) throws {
    let lease = try Lease(in: store)
    let pace = try store.pace()
    unanswered = try store.exports(after: try store.integer(.leaseRenewedBy) ?? 0)
    isSpent = lease.isSpent
    actsLeft = lease.limitActs.map { max(0, $0 - lease.acts) }
    msLeft = lease.limitMs.map { max(0, $0 - lease.activeMs) }
    daysLeft = [
      Self.days(actsLeft, pace.acts, pace.days), Self.days(msLeft, pace.activeMs, pace.days),
    ].compactMap(\.self).min()
  }

  private static func days(_ left: Int64?, _ done: Int64, _ days: Int64) -> Double? {
    guard let left, done > 0 else { return nil }
    return Double(left) * Double(days) / Double(done)
  }

  /// Whether whoever carries sticks should be told at every exchange, and not only when they ask.
  public var isPressing: Bool {
    isSpent || unanswered >= 2 || (unanswered > 0 && (daysLeft ?? .infinity) < 5)
  }

  /// The custodian's line; nil where the lab has answered all that went out.
  public var line: String? {
    let exports = unanswered == 1 ? "1 export" : "\(unanswered) exports"
    if isSpent {
      return "The lab has not answered \(exports), so no new task can be opened. Nothing is lost: "
        + "drafts, hours and results go on. Take this stick to the lab and back."
    }
    guard unanswered > 0 else { return nil }
    return "The lab has not answered \(exports)\(horizon)."
  }

  private var horizon: String {
    guard let actsLeft else { return "" }
    guard let daysLeft else { return "; new tasks stop after \(actsLeft) more answers" }
    if daysLeft < 1 { return "; new tasks stop in less than a day of work" }
    let days = Int64(min(daysLeft, 100_000))
    return "; new tasks stop in about \(days == 1 ? "1 day" : "\(days) days") of work"
  }
}
