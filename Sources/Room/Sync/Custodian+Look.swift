public import Exchange
import Store
import TUF
import Vocabulary

extension Custodian {
  /// Looks at a stick: what is on it for this room and what a sync would do. Changes neither stick
  /// nor room. Throws `DriveFault` where the stick can't be read.
  public func look(at drive: any Drive) throws -> StickView {
    let present = Set(try ExchangeListing.down(drive))
    let trusted = try store.projects()
    return StickView(
      channels: try trusted.map { trusted in
        try look(trusted, drive, isPresent: present.contains(trusted.channel))
      },
      foreign: present.subtracting(trusted.map(\.channel)).count, isReadOnly: try drive.isReadOnly)
  }

  private func look(
    _ trusted: CustodianStore.TrustedProject, _ drive: any Drive, isPresent: Bool
  ) throws -> StickView.Channel {
    try withChannel(trusted) { try look(trusted, $0, drive, isPresent: isPresent) }
  }

  private func look(
    _ trusted: CustodianStore.TrustedProject, _ channel: TrustedChannel, _ drive: any Drive,
    isPresent: Bool
  ) throws -> StickView.Channel {
    let folder = DownFolder(drive, channel: trusted.channel)
    let down = isPresent ? try Self.down(channel, folder) : .absent
    let (leaves, acts, receipted) = try channel.store.read { store in
      let (from, size) = (try store.integer(.receiptedSize) ?? 0, try store.log.size())
      return (
        size - from, try store.actCounts(from: from, to: size), try store.receiptedSequence()
      )
    }
    return StickView.Channel(
      project: trusted.project, codename: try channel.codename(), lab: trusted.lab, down: down,
      leaves: leaves, acts: acts, receipted: receipted)
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
