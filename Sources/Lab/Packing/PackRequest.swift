/// What `pack` was asked for.
public struct PackRequest: Sendable {
  /// The project's id or codename.
  public var project: String
  /// JSON Lines files, taken one after the other.
  public var files: [String]
  /// Ids of rooms; empty for all rooms of the project.
  public var rooms: [String]
  /// To how many rooms each record goes.
  public var overlap: Int
  /// The stick's folder; nil for a dry run.
  public var exchange: String?
  /// Whether tasks that came back from a recall go out as well, to rooms that haven't had them.
  public var takesReturned = false
  /// Whether only to tell what would leave.
  public var isDryRun: Bool

  /// Packs `files` for all rooms of `project`, each record to one of them.
  public init(
    project: String, files: [String], rooms: [String] = [], overlap: Int = 1,
    exchange: String? = nil, isDryRun: Bool = false
  ) {
    self.project = project
    self.files = files
    self.rooms = rooms
    self.overlap = overlap
    self.exchange = exchange
    self.isDryRun = isDryRun
  }
}
