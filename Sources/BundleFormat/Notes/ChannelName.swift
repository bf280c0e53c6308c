import Cryptography
public import Vocabulary

/// How channels and the keys' names of their notes are derived (formats.md, sections 2 and 4).
public enum ChannelName {
  /// The channel of a project in a room: the front of a hash, so that a stick names neither room
  /// nor, in its folders, project.
  public static func channel(project: ID, room: ID) -> ID {
    let text = "airlock/channel/1\n\(project.hex)\n\(room.hex)\n"
    return ID(unchecked: Array(SHA256.hash(Array(text.utf8)).bytes.prefix(ID.length)))
  }

  /// The key name under which a room signs the notes of a channel.
  public static func noteKey(_ channel: ID) -> String { "airlock/\(channel.hex)" }

  /// The key name under which a room signs the checkpoints of a log.
  public static func checkpointKey(_ channel: ID, epoch: EpochID) -> String {
    "airlock/\(channel.hex)/\(epoch.hex)"
  }

  /// The key name under which a room signs its card.
  public static let cardKey = "airlock/room"
}
