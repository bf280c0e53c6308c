/// Whom an order is for, and the stick that is to carry it.
public struct OrderAddress: Sendable {
  /// The project's id or codename.
  public var project: String
  /// Ids of rooms, or their beginnings; empty for every room of the project.
  public var rooms: [String]
  /// The stick's folder; nil leaves it to the next `sync`.
  public var exchange: String?

  /// An order for `rooms` of `project`.
  public init(project: String, rooms: [String] = [], exchange: String? = nil) {
    self.project = project
    self.rooms = rooms
    self.exchange = exchange
  }
}
