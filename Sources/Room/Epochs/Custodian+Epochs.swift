import Store
public import Vocabulary

extension Custodian {
  /// Begins a new life of the log of every project, or of one, and tells which they were: for a
  /// home that was put back from a copy of the disk.
  ///
  /// The lab sees it at the next sync, and takes nothing of it in until a person there accepts it.
  public func beginEpochs(only: ID? = nil) throws -> [ID] {
    var begun: [ID] = []
    for trusted in try store.projects() where only == nil || trusted.project == only {
      // A project that was wiped has no log to go on with.
      guard isThere(trusted.project) else { continue }
      try beginEpoch(trusted)
      begun.append(trusted.project)
    }
    guard only == nil || !begun.isEmpty else {
      throw Failure(.badInput, "there is no project \(only?.hex ?? "") in this room")
    }
    return begun
  }

  /// What made it necessary goes into the new log as an alarm, so that the lab hears of it.
  private func beginEpoch(_ trusted: CustodianStore.TrustedProject) throws {
    let channel = try openUnchecked(trusted)
    var alarm: Refusal.Code?
    do {
      try AnchorCheck(channel: channel).check(trusted)
    } catch let refusal as Refusal {
      alarm = refusal.code
    }
    _ = try channel.store.write { try NewEpoch(store: $0, context: context).begin(alarm: alarm) }
    try channel.anchor()
    try channel.store.close()
  }

  private func isThere(_ project: ID) -> Bool {
    PrivateFile.exists(home.store(project)) && PrivateFile.exists(home.erase(project))
  }
}
