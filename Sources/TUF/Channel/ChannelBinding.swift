public import Vocabulary

/// What metadata must name to be taken: all channels of a project share root and keys, so only
/// these names keep one room's files from serving another (formats.md, section 3).
public struct ChannelBinding: Hashable, Sendable {
  /// The project that the root must name.
  public let project: ID
  /// The channel that timestamp, snapshot and targets must name.
  public let channel: ID

  /// The channel `channel` of `project`.
  public init(project: ID, channel: ID) {
    self.project = project
    self.channel = channel
  }
}
