/// The longest time that a person can have spent on a task, in milliseconds.
///
/// A page counts attention by itself; this caps what it claims (formats.md, section 8).
struct AttentionClock: Sendable, Equatable {
  /// Monotonic time at which the task came up.
  let since: Int64
  /// Attention of earlier sessions, kept with the draft.
  let earlier: Int64

  /// The cap at the monotonic time `now`.
  func longest(now: Int64) -> Int64 { earlier + max(0, now - since) }
}
