import Store
public import Vocabulary

/// What a lab still expects of one room.
public struct Outstanding: Sendable, Equatable {
  /// The channel's id.
  public let channel: ID
  /// The room's id.
  public let room: ID
  /// The project's name among people.
  public let codename: String
  /// Tasks that went out to it.
  public let tasks: Int64
  /// Those that nobody there has answered or skipped, as far as the lab has heard.
  public let open: Int64
  /// Bundles and orders that it hasn't acknowledged.
  public let bundles: Int64
  /// When the newest archive was taken in, in milliseconds since 1970; nil for never.
  public let heard: Int64?
}

extension LabService {
  /// What these channels' rooms still owe, in the order given.
  public func outstanding(_ channels: [ID]) throws -> [Outstanding] {
    try database.read { sql in
      try channels.compactMap { try Channels(sql: sql).with(id: $0) }.map { channel in
        let tasks = try TaskCounts(of: channel.id, sql)
        return Outstanding(
          channel: channel.id, room: channel.room,
          codename: try Projects(sql: sql).named(channel.project.hex).codename,
          tasks: tasks.all, open: tasks.open,
          bundles: channel.sequence - channel.acknowledged, heard: channel.heard)
      }
    }
  }
}
