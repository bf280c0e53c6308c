import Store
public import Vocabulary

/// What only the custodian's page asks.
extension Custodian {
  /// The room's name, as its custodian gave it.
  public func roomName() throws -> String {
    String(decoding: try store.meta("name") ?? [], as: UTF8.self)
  }

  /// The room as its custodian sees it.
  public func picture() throws -> RoomPicture {
    RoomPicture(
      name: try roomName(), people: try register.names(),
      projects: try store.projects().map(picture),
      cardWritten: try store.isNoted(Step.card), labTold: try store.isNoted(Step.told))
  }

  private func picture(_ trusted: CustodianStore.TrustedProject) throws -> RoomPicture.Project {
    let grants = try store.grants(in: trusted.project)
      .filter { try holds($0.name, in: trusted.project) }
    let seen = try store.acknowledged(in: trusted.project)
    return try withChannel(trusted) { channel in
      let status = try status(channel)
      return try channel.store.read { store in
        RoomPicture.Project(
          status: status, lab: trusted.lab,
          grants: try grants.map {
            RoomPicture.Grant(
              name: $0.name, since: $0.since, counts: try store.counts(person: $0.person))
          },
          alarms: try store.alarmList().map {
            RoomPicture.Alarm(alarm: $0, acknowledgedAt: seen[$0.id])
          },
          waiting: try store.actCounts(
            from: try store.integer(.receiptedSize) ?? 0, to: status.leaves))
      }
    }
  }

  /// What an archive holds that people did: acts by kind. Empty for a number that was never used.
  public func contents(ofArchive sequence: Int64, project: ID) throws -> [String: Int] {
    guard let trusted = try store.project(project) else { return [:] }
    return try withChannel(trusted) { channel in
      try channel.store.read { store in
        guard let export = try store.export(sequence) else { return [:] }
        return try store.actCounts(from: export.from, to: export.size)
      }
    }
  }

  /// Writes down that the custodian has read an alarm. The log has the alarm itself; it has no
  /// leaf for this (formats.md, section 8).
  public func acknowledge(alarm: Int64, project: ID) throws {
    guard let trusted = try store.project(project) else {
      throw Failure(.badInput, "project \(project.hex) is not trusted here")
    }
    let isThere = try withChannel(trusted) { channel in
      try channel.store.read { try $0.alarmList().contains { $0.id == alarm } }
    }
    guard isThere else { throw Failure(.badInput, "there is no alarm \(alarm) in this project") }
    try store.acknowledge(alarm, in: project, at: context.now())
  }

  /// Writes down that the room's card was put on a stick.
  public func noteCardWritten() throws { try store.note(Step.card) }

  /// Writes down that the lab was told the card's fingerprint.
  public func noteLabTold() throws { try store.note(Step.told) }

  private enum Step {
    static let card = "card"
    static let told = "told"
  }
}
