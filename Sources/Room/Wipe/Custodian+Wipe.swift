import Store
public import Vocabulary

extension Custodian {
  /// Projects that were destroyed in this room.
  public func tombstones() throws -> [Tombstone] { try store.tombstones() }

  /// What a wipe of the project would destroy. Throws `Failure` for one that this room hasn't.
  public func wipePlan(_ project: ID) throws -> WipePlan {
    try withChannel(project) { channel in
      let codename = try channel.codename() ?? ""
      return try channel.store.read { store in
        let order = try store.integer(.wiping)
        return WipePlan(
          project: project, codename: codename, order: order,
          text: try order.flatMap { try store.noticeText($0) } ?? "",
          tasks: try store.taskCount(), drafts: try store.draftCount(),
          unacknowledged: try store.unacknowledgedActs())
      }
    }
  }

  /// Destroys a project in this room for good: its tombstone takes its place, its erase part is
  /// overwritten, and every file of it goes.
  ///
  /// Throws `Failure` where acts would be lost that no receipt of the lab covers, unless
  /// `losingResults`. Cut off at any point, `finishWipes` completes it.
  public func wipe(_ project: ID, losingResults: Bool = false) throws -> Tombstone {
    let plan = try wipePlan(project)
    if !losingResults { try requireAcknowledged(plan) }
    let tombstone = try withChannel(project) { channel in
      try channel.store.read { store in
        Tombstone(
          project: project, channel: channel.channel, codename: plan.codename, at: context.now(),
          order: plan.order, size: try store.log.size(), root: try store.log.root())
      }
    }
    try store.bury(tombstone)
    try destroyFiles(of: project)
    return tombstone
  }

  /// Throws `Failure` where acts would be lost that no receipt of the lab covers.
  public func requireAcknowledged(_ plan: WipePlan) throws(Failure) {
    guard plan.unacknowledged > 0 else { return }
    throw Failure(
      .refused,
      "\(plan.unacknowledged) acts of this project are not acknowledged by the lab and would be "
        + "lost; nothing was destroyed. Sync, take the stick to the lab and back, sync again")
  }

  /// Destroys what a power cut in the middle of a wipe has left.
  func finishWipes() throws {
    for tombstone in try store.tombstones() where holdsFiles(of: tombstone.project) {
      try destroyFiles(of: tombstone.project)
    }
  }

  private func withChannel<Value>(
    _ project: ID, _ body: (TrustedChannel) throws -> Value
  ) throws -> Value {
    if let tombstone = try store.tombstones().first(where: { $0.project == project }) {
      throw Failure(.refused, "project \(tombstone.project.hex) was destroyed here already")
    }
    guard let trusted = try store.project(project) else {
      throw Failure(.badInput, "project \(project.hex) is not trusted here")
    }
    return try withChannel(trusted, body)
  }

  private func holdsFiles(of project: ID) -> Bool {
    [home.erase(project), home.store(project), home.store(project) + "-wal"]
      .contains { PrivateFile.exists($0) } || PrivateFile.exists("\(home.grants)/\(project.hex)")
  }

  /// The erase part first: from then on the rest is noise to everybody.
  private func destroyFiles(of project: ID) throws {
    if PrivateFile.exists(home.erase(project)) { try EraseFile.destroy(home.erase(project)) }
    try HomeFiles.removeDatabase(home.store(project))
    let grants = "\(home.grants)/\(project.hex)"
    for name in try HomeFiles.names(in: grants) { try PrivateFile.remove("\(grants)/\(name)") }
    try HomeFiles.removeFolder(grants)
  }
}
