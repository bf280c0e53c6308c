import Exchange
import Store
import Vocabulary

extension LabService {
  /// Looks at a stick: what a sync would take in and put out. `rooms` and `project` as there.
  ///
  /// Throws `Failure` or `DriveFault`.
  public func look(
    _ exchange: String, project: String? = nil, rooms: [String] = []
  ) throws -> LabStickView {
    try look(
      at: StickWriter.folder(exchange, create: false), project: project, rooms: rooms)
  }

  /// The same with any drive.
  func look(
    at drive: any Drive, project: String? = nil, rooms: [String] = []
  ) throws -> LabStickView {
    let listing = try ExchangeListing(drive)
    let up = Set(listing.up.map(\.channel))
    let found = up.union(listing.down.map(\.channel))
    return try database.read { sql in
      let channels = Channels(sql: sql)
      let written = Set(
        try SyncChoice(sql: sql, found: found).channels(project: project, rooms: rooms))
      let known = try channels.all().filter { found.contains($0.id) || written.contains($0.id) }
      return LabStickView(
        channels: try known.sorted { $0.id.hex < $1.id.hex }.map { channel in
          try view(
            channel, UpFolder(drive, channel: channel.id), isWritten: written.contains(channel.id),
            sql)
        },
        foreign: found.subtracting(try channels.all().map(\.id)).count,
        free: try drive.freeSpace(), isReadOnly: try drive.isReadOnly)
    }
  }

  private func view(
    _ channel: ChannelRecord, _ folder: UpFolder, isWritten: Bool, _ sql: SQL
  ) throws -> LabStickView.Channel {
    var sizes: [Int64] = []
    for epoch in try folder.epochs() {
      let log = try Logs(sql: sql, channel: channel.id).find(epoch)
      let newest = try log.map { try Notes(sql: sql, log: $0.id).newestTaken() } ?? 0
      for sequence in try folder.sequences(in: epoch) where sequence > newest {
        sizes.append(try folder.size(sequence, in: epoch))
      }
    }
    return LabStickView.Channel(
      channel: channel.id, room: channel.room,
      codename: try Projects(sql: sql).named(channel.project.hex).codename,
      archives: sizes.count, bytes: sizes.reduce(0, +),
      bundles: try Bundles(sql: sql, channel: channel.id).after(channel.acknowledged).count,
      isWritten: isWritten)
  }
}
