public import Exchange
import Store
import TUF
import Vocabulary

extension Custodian {
  /// Looks at a stick: what is on it for this room and what a sync would do. Changes neither stick
  /// nor room. Throws `DriveFault` where the stick can't be read.
  public func look(at drive: any Drive) throws -> StickView {
    let present = Set(try ExchangeListing(drive).down.map(\.channel))
    let trusted = try store.projects()
    return StickView(
      channels: try trusted.map { trusted in
        try look(trusted, drive, isPresent: present.contains(trusted.channel))
      },
      foreign: present.subtracting(trusted.map(\.channel)).count, free: try drive.freeSpace(),
      isReadOnly: try drive.isReadOnly)
  }

  private func look(
    _ trusted: CustodianStore.TrustedProject, _ drive: any Drive, isPresent: Bool
  ) throws -> StickView.Channel {
    let channel = try open(trusted)
    let folder = DownFolder(drive, channel: trusted.channel)
    let down = isPresent ? try Self.down(channel, folder) : .absent
    let (leaves, acts, receipted) = try channel.store.read { store in
      let from = try store.integer(.receiptedSize) ?? 0
      return (
        try store.log.size() - from, try store.actCount(from: from),
        try store.receiptedSequence()
      )
    }
    let codename = try channel.codename()
    try channel.store.close()
    return StickView.Channel(
      project: trusted.project, codename: codename, lab: trusted.lab, down: down, leaves: leaves,
      acts: acts, receipted: receipted)
  }

  private static func down(
    _ channel: TrustedChannel, _ folder: DownFolder
  ) throws -> StickView.Down {
    do {
      let update = try ChannelUpdater.update(
        try channel.trustState(), from: folder, binding: channel.binding)
      switch update {
      case .older: return .older
      case .same(_, let targets), .newer(_, let targets, _, _):
        let fresh = try channel.unknown(targets)
        guard !fresh.isEmpty else { return .nothingNew }
        return .new(bundles: fresh.count, bytes: fresh.reduce(0) { $0 + $1.length })
      }
    } catch let refusal as Refusal {
      return refusal.code == .tufUnfinished ? .unfinished : .refused(refusal)
    }
  }
}
