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
}
