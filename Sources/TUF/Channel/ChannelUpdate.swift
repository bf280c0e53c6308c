public import Vocabulary

/// What an update found. Nothing is stored by it: the caller stores the state in the same
/// transaction as what it imports.
public enum ChannelUpdate: Equatable, Sendable {
  /// Newer metadata, verified whole: the state to store, the channel's files, when the lab signed
  /// (milliseconds since 1970) and the room's nonce that it echoes.
  case newer(TrustState, targets: [TargetFile], issued: Int64, echo: ID?)
  /// The metadata that is trusted already, perhaps under a newer root: the state to store, and the
  /// channel's files, of which some may not have been there last time.
  case same(TrustState, targets: [TargetFile])
  /// Validly signed metadata older than the trusted: sticks cross. Nothing changes.
  case older
}
