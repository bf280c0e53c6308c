import Store
import Vocabulary

/// The states of channels in lab.sqlite, for the length of one transaction.
struct ChannelStates {
  let sql: SQL

  /// Since when a channel is in that state, milliseconds since 1970; nil where it isn't.
  func since(_ state: ChannelState, _ channel: ID) throws -> Int64? {
    try sql.first(
      "SELECT at FROM channel_states WHERE channel = ? AND kind = ?", .bytes(channel),
      .text(state.rawValue)
    )?.integer(0)
  }

  /// The first of `states` that holds for the channel.
  func first(of states: [ChannelState], _ channel: ID) throws -> ChannelState? {
    try states.first { try since($0, channel) != nil }
  }

  /// Begins a state, or ends it with nil. One that holds already keeps its time.
  func set(_ state: ChannelState, _ channel: ID, at: Int64?) throws {
    if let at {
      try sql.run(
        "INSERT OR IGNORE INTO channel_states (channel, kind, at) VALUES (?, ?, ?)",
        .bytes(channel), .text(state.rawValue), .integer(at))
    } else {
      try sql.run(
        "DELETE FROM channel_states WHERE channel = ? AND kind = ?", .bytes(channel),
        .text(state.rawValue))
    }
  }
}
