import Cryptography
import Store
import Vocabulary

extension Custodian {
  /// How the room and each project in it stands.
  public func status() throws -> RoomStatus {
    RoomStatus(
      name: String(decoding: try store.meta("name") ?? [], as: UTF8.self),
      memoryLocked: !SecretBytes.everUnlocked, people: try register.count(),
      projects: try store.projects().map(status), destroyed: try store.tombstones())
  }

  func status(_ trusted: CustodianStore.TrustedProject) throws -> RoomStatus.Project {
    let channel = try open(trusted)
    let codename = try channel.codename()
    let status = try channel.store.read { store in
      let alarms = try store.alarms()
      return RoomStatus.Project(
        project: trusted.project, codename: codename,
        tasks: try store.taskCount(), leaves: try store.log.size(),
        lastBundle: try store.lastBundle()?.sequence ?? 0,
        lastArchive: try store.lastExport()?.sequence ?? 0,
        receipted: try store.receiptedSequence(), unreceipted: try store.unreceiptedExports(),
        alarms: alarms.count, newestAlarm: alarms.newest, lease: try LeaseOutlook(in: store),
        pause: try Pause(in: store))
    }
    try channel.store.close()
    return status
  }
}
