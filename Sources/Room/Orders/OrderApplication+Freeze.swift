import Store

extension OrderApplication {
  /// From now on no task is opened that somebody hadn't begun. Nothing else changes: drafts can be
  /// finished, hours and results still go out (design.md, "Why it exists").
  func freeze() throws -> OrderEffect {
    try store.set(.frozen, sequence)
    return effect(of: "freeze", ["No new task is opened. Hours, drafts and results still go out."])
  }

  /// Ends a freeze; without one it changes nothing.
  func thaw() throws -> OrderEffect {
    try store.set(.frozen, nil)
    return effect(of: "thaw", ["Tasks can be opened again."])
  }
}
