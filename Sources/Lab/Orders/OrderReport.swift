public import Vocabulary

/// What came of giving an order.
public struct OrderReport: Sendable, Equatable {
  /// One room that it is for.
  public struct Channel: Sendable, Equatable {
    /// The room's id.
    public let room: ID
    /// The channel's id.
    public let channel: ID
    /// The order's number in the channel's sequence.
    public let sequence: Int64
  }

  /// The project's id.
  public let project: ID
  /// The order's name in order.json.
  public let order: String
  /// The rooms that it is for.
  public internal(set) var channels: [Channel] = []
  /// Whether it lies on a stick; else the next `sync` puts it on one.
  public internal(set) var isWritten = false
}
