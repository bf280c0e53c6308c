import Cryptography
import Store
import Vocabulary

extension Custodian {
  /// How the room and each project in it stands.
  public func status() throws -> RoomStatus {
    RoomStatus(
      name: try roomName(),
      memoryLocked: !SecretBytes.everUnlocked, people: try register.count(),
      projects: try store.projects().map { try withChannel($0, status) },
      destroyed: try store.tombstones())
  }

  func status(_ channel: TrustedChannel) throws -> RoomStatus.Project {
    let codename = try channel.codename()
    return try channel.store.read { store in
      let alarms = try store.alarms()
      return RoomStatus.Project(
        project: channel.project, codename: codename,
        tasks: try store.taskCount(), leaves: try store.log.size(),
        lastBundle: try store.lastBundle()?.sequence ?? 0,
        lastArchive: try store.lastExport()?.sequence ?? 0,
        receipted: try store.receiptedSequence(), unreceipted: try store.unreceiptedExports(),
        alarms: alarms.count, newestAlarm: alarms.newest, lease: try LeaseOutlook(in: store),
        pause: try Pause(in: store), awaitsAcceptance: try store.awaitsAcceptance)
    }
  }
}
