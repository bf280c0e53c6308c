import BundleFormat
public import Exchange
import Store
import StrictJSON
import Vocabulary

extension LabService {
  /// Takes in what came up on a stick, then puts out receipts and everything that its rooms have
  /// not acknowledged.
  ///
  /// What is refused is part of the report, and what could be taken in was. `rooms`, where not
  /// empty, and `project` narrow which channels are written. `watch` is told how far it is, and
  /// `done` only once the stick may be pulled out. Throws `Failure` or `DriveFault`.
  public func sync(
    _ exchange: String, project: String? = nil, rooms: [String] = [],
    watch: StickWatch = .silent
  ) throws -> SyncReport {
    try sync(
      on: StickWriter.folder(exchange, create: false), project: project, rooms: rooms,
      watch: watch)
  }

  /// The same with any drive.
  func sync(
    on drive: any Drive, project: String? = nil, rooms: [String] = [],
    watch: StickWatch = .silent
  ) throws -> SyncReport {
    let drive = WatchedDrive(drive, watch)
    watch.enter(.looking)
    var report = SyncReport()
    let listing = try ExchangeListing(drive)
    let known = Set(try database.read { try Channels(sql: $0).all().map(\.id) })
    let found = Set((listing.up + listing.down).map(\.channel))
    report.foreign = found.subtracting(known).count
    for channel in listing.up.map(\.channel) where known.contains(channel) {
      let outcome = try ChannelIntake(
        lab: self, folder: UpFolder(drive, channel: channel), watch: watch
      ).run()
      report.taken += outcome.taken
      report.refused += outcome.refused
      report.findings += outcome.findings
    }
    try database.write { try Rotations(sql: $0, context: context).advance() }
    try settleRecalls(into: &report)
    let channels = try database.read { sql in
      try SyncChoice(sql: sql, found: found).channels(project: project, rooms: rooms)
    }
    report.written = try putOut(channels, on: StickWriter(drive: drive), watch)
    try drive.settle()
    watch.enter(.done)
    return report
  }

  /// Also of channels that brought nothing now: a power cut may have come before it.
  private func settleRecalls(into report: inout SyncReport) throws {
    try database.write { sql in
      for channel in try Channels(sql: sql).all() {
        let outcome = try RecallSettlement(
          sql: sql, channel: channel.id, now: context.now()
        ).run()
        report.returned += outcome.returned
        report.keptBack += outcome.kept
      }
    }
  }

  /// A receipt that no bundle has told yet goes out as an order that says nothing else.
  private func putOut(
    _ channels: [ID], on stick: StickWriter, _ watch: StickWatch
  ) throws -> [SyncReport.Written] {
    watch.enter(.sealing)
    let releases = try database.write { sql in
      try release(
        try channels.compactMap { try Channels(sql: sql).with(id: $0) }.map { channel in
          var channel = channel
          // A revoked room is told nothing, so it takes no number of its sequence either.
          if try ChannelStates(sql: sql).since(.revoked, channel.id) == nil {
            try sendReceipt(&channel, sql)
          }
          return channel
        }, sql)
    }
    // First, so that what the lab holds makes room for what goes out.
    for (channel, _) in releases { try cleanUp(channel, on: stick.drive) }
    try stick.require(releases, watch)
    try put(releases, on: stick)
    let released = Set(releases.map(\.channel.id))
    for channel in channels where !released.contains(channel) {
      try stick.removeUnlisted(channel)
    }
    return releases.map {
      SyncReport.Written(
        channel: $0.channel.id, room: $0.channel.room, version: $0.channel.version,
        bundles: $0.release.targets.count)
    }
  }

  private func sendReceipt(_ channel: inout ChannelRecord, _ sql: SQL) throws {
    guard !channel.receiptIsSent else { return }
    try OrderIssue(sql: sql, context: context).put(.none, into: &channel)
  }

  /// What the lab holds needs no place on the stick any more.
  private func cleanUp(_ channel: ChannelRecord, on drive: any Drive) throws {
    guard let receipt = channel.receipt else { return }
    let folder = UpFolder(drive, channel: channel.id)
    try folder.removeLeftOvers()
    try folder.removeReceipted(through: receipt.sequence, in: receipt.epoch)
  }

  /// Keeps what contradicts: the note, and the archive where it is in the archive store.
  func keepEvidence(
    _ refusal: Refusal, channel: ID, note: [UInt8], archive: Digest?
  ) throws {
    try database.write { sql in
      try Findings(sql: sql, channel: channel).put(
        refusal, note: note, archive: archive, at: context.now())
    }
  }
}
