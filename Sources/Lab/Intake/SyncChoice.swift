import Store
import Vocabulary

/// Which channels `sync` writes to a stick.
///
/// A stick shows which channels it is for, so it gets those that it has a folder of, and those that
/// were signed but never reached a stick whole, as after a pulled one. A stick without any of ours
/// gets every channel whose room has something to fetch.
struct SyncChoice {
  let sql: SQL
  /// Channels with a folder on the stick.
  let found: Set<ID>

  func channels(project: String?, rooms: [String]) throws -> [ID] {
    let wanted = try candidates(project, rooms)
    let isOurs = try Channels(sql: sql).all().contains { found.contains($0.id) }
    return try wanted.filter { channel in
      if found.contains(channel.id) || !rooms.isEmpty || project != nil { return true }
      if channel.written < channel.version { return true }
      return try !isOurs && hasNews(channel)
    }.map(\.id)
  }

  private func candidates(_ project: String?, _ rooms: [String]) throws -> [ChannelRecord] {
    guard project != nil || !rooms.isEmpty else { return try Channels(sql: sql).all() }
    guard let project else {
      throw Failure(.usage, "--room needs --project, since a room may work on several")
    }
    let record = try Projects(sql: sql).named(project)
    return try ChannelChoice(sql: sql, project: record).channels(rooms)
  }

  private func hasNews(_ channel: ChannelRecord) throws -> Bool {
    try !channel.receiptIsSent
      || !Bundles(sql: sql, channel: channel.id).after(channel.acknowledged).isEmpty
  }
}
