import Store
import Vocabulary

/// How much may be done before the lab must be heard again (formats.md, section 3, "Lease").
struct Lease {
  let limitActs: Int64?
  let limitMs: Int64?
  let acts: Int64
  let activeMs: Int64

  init(in store: ProjectTransaction) throws {
    limitActs = try store.integer(.leaseLimitActs)
    limitMs = try store.integer(.leaseLimitMs)
    acts = try store.integer(.leaseActs) ?? 0
    activeMs = try store.integer(.leaseMs) ?? 0
  }

  /// Whether no new task may be opened. Drafts, exports and what is on screen go on.
  var isSpent: Bool {
    if let limitActs, acts >= limitActs { return true }
    if let limitMs, activeMs >= limitMs { return true }
    return false
  }

  func requireUnspent() throws {
    guard isSpent else { return }
    throw Failure(
      .refused,
      "The lab has not answered for \(acts) answers, so no new task can be opened. "
        + "Nothing is lost: take a stick to the lab and back.")
  }
}
