import Exchange
import Room
import Store
import Vocabulary
import Web

/// The room's values as the custodian's pages know them.
extension RoomOverview {
  init(_ picture: RoomPicture) {
    self.init(
      cardWritten: picture.cardWritten, labTold: picture.labTold, people: picture.people,
      projects: picture.projects.map(Project.init), alarms: picture.projects.flatMap(Self.alarms))
  }

  private static func alarms(_ project: RoomPicture.Project) -> [Alarm] {
    project.alarms.map {
      Alarm(
        id: $0.alarm.id, project: project.status.project, codename: project.status.codename,
        code: $0.alarm.code, hash: $0.alarm.hash?.hex, at: $0.alarm.at,
        acknowledgedAt: $0.acknowledgedAt)
    }
  }
}

extension RoomOverview.Project {
  init(_ project: RoomPicture.Project) {
    let status = project.status
    self.init(
      id: status.project, codename: status.codename, tasks: status.tasks,
      lastBundle: status.lastBundle, lastArchive: status.lastArchive, receipted: status.receipted,
      unanswered: status.lease.unanswered, waiting: ActCounts(byKind: project.waiting),
      grants: project.grants.map {
        RoomOverview.Grant(name: $0.name, since: $0.since, left: $0.counts.open)
      },
      lease: RoomOverview.Lease(
        isSpent: status.lease.isSpent, acts: status.lease.actsLeft,
        days: status.lease.daysLeft.map { Int64(min($0, 100_000)) }),
      pause: status.pause.map {
        RoomOverview.Pause(isWiping: $0.kind == .wiping, text: $0.text)
      }, awaitsAcceptance: status.awaitsAcceptance)
  }
}

extension StickContents {
  init(_ view: StickView, trustFiles: [String]) {
    self.init(
      channels: view.channels.map { channel in
        Channel(
          project: channel.project, codename: channel.codename, down: Down(channel.down),
          waiting: ActCounts(byKind: channel.acts),
          receipted: channel.receipted)
      }, others: view.foreign, trustFiles: trustFiles, isReadOnly: view.isReadOnly)
  }
}

extension StickContents.Down {
  init(_ down: StickView.Down) {
    self =
      switch down {
      case .absent: .absent
      case .nothingNew: .nothingNew
      case .new(let bundles, let bytes): .new(bundles: bundles, bytes: bytes)
      case .older: .older
      case .unfinished: .unfinished
      case .refused(let refusal): .refused(code: refusal.code.rawValue)
      }
  }
}

extension StickDirection {
  var ofExchange: ExchangeDirection {
    switch self {
    case .takeIn: .takeIn
    case .putOut: .putOut
    case .both: .both
    }
  }
}

extension ExchangeProgress.Count {
  /// Nil for the end, which the whole exchange has and no step.
  init?(_ progress: StickProgress) {
    let step: ExchangeProgress.Step
    switch progress.phase {
    case .looking: step = .looking
    case .takingIn: step = .copying
    case .opening: step = .opening
    case .sealing: step = .sealing
    case .puttingOut: step = .writing
    case .settling: step = .settling
    case .done: return nil
    }
    self.init(
      step: step, files: progress.files, ofFiles: progress.ofFiles, bytes: progress.bytes,
      ofBytes: progress.ofBytes)
  }
}

extension ExchangeProgress.Channel {
  init(_ channel: SyncReport.Channel) {
    self.init(project: channel.project, codename: channel.codename)
    imported = channel.imported
    tasks = channel.tasks
    orders = channel.orders.map {
      ExchangeProgress.Order(name: $0.name, text: $0.text, consequences: $0.consequences)
    }
    older = channel.older
    unfinished = channel.unfinished
    alarms = channel.alarms.map(\.code.rawValue)
    archive = channel.archive
    leaves = channel.leaves
    receipted = channel.receipted
    awaitsAcceptance = channel.awaitsAcceptance
  }
}
