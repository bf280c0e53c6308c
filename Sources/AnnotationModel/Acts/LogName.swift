public import Vocabulary

/// The name of one log: a channel, and one unbroken life of its log there.
public struct LogName: Hashable, Sendable, CustomStringConvertible {
  public let channel: ID
  public let epoch: EpochID

  /// The log of `channel` in `epoch`.
  public init(channel: ID, epoch: EpochID) {
    self.channel = channel
    self.epoch = epoch
  }

  /// Reads `<channel>/<epoch>`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let channel = ID(hex: parts[0]), let epoch = EpochID(hex: parts[1])
    else { return nil }
    self.init(channel: channel, epoch: epoch)
  }

  /// `<channel>/<epoch>`.
  public var description: String { "\(channel.hex)/\(epoch.hex)" }
}
