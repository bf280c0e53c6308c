public import AnnotationModel

/// Something that happened in the room and to no project alone: a network that came up, a layer of
/// the wall that is missing. Every project's log says it.
public struct RoomEvent: Equatable, Sendable {
  /// When, in milliseconds since 1970 UTC.
  public let at: Int64
  /// What, as logs say it.
  public let event: LeafEvent

  init(at: Int64, _ event: LeafEvent) {
    self.at = at
    self.event = event
  }

  /// A network came up, or went.
  public static func network(isUp: Bool, at: Int64) -> RoomEvent {
    RoomEvent(at: at, .network(isUp: isUp))
  }

  /// The workbench works without a layer of its wall, which one is said where it was opened.
  public static func partialWall(at: Int64) -> RoomEvent {
    RoomEvent(at: at, .alarm(code: "wall-partial", hash: nil))
  }

  /// Memory is written to a disk.
  public static func swap(at: Int64) -> RoomEvent {
    RoomEvent(at: at, .alarm(code: "swap", hash: nil))
  }
}
