/// What the lab has decided about a channel, beside its work.
enum ChannelState: String, CaseIterable, Sendable {
  /// The room opens no new tasks, and gets none.
  case frozen
  /// The project is to be destroyed in the room.
  case wiped
  /// Nothing goes to the room any more, and what comes from it is quarantined.
  case revoked

  /// For a line that says why a room gets nothing.
  var words: String {
    switch self {
    case .frozen: "frozen: thaw it first"
    case .wiped: "told to destroy the project"
    case .revoked: "revoked: revoke --lift lets it back in"
    }
  }
}
