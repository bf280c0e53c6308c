public import AnnotationModel

/// Something that happened in the room and to no project alone: a network that came up, a layer of
/// the wall that is missing. Every project's log says it.
public struct RoomEvent: Equatable, Sendable {
  /// When, in milliseconds since 1970 UTC.
  public let at: Int64
  /// What, as logs say it.
  public let event: LeafEvent

  /// An event at its time.
  public init(at: Int64, _ event: LeafEvent) {
    self.at = at
    self.event = event
  }
}
