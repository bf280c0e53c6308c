import BundleFormat
import Store
public import Vocabulary

/// What a lab prints for whoever sets a room up.
public struct RoomSheet: Sendable, Equatable {
  /// What the lab is called.
  public let lab: String
  /// The project's id and its name among people.
  public let project: ID
  public let codename: String
  /// Fingerprint of the project's newest lab.trust, 64 hexadecimal digits.
  public let trust: String
  /// The room and its card's fingerprint; nil for a room that isn't enrolled yet.
  public let room: Room?

  /// A room that the lab knows.
  public struct Room: Sendable, Equatable {
    /// The room's id.
    public let id: ID
    /// Fingerprint of the card that was enrolled, 64 hexadecimal digits.
    public let card: String
  }
}

extension LabService {
  /// What stands on the sheet for a project and a room, by the beginning of its id; nil for a room
  /// that isn't enrolled yet.
  ///
  /// Throws `Failure` for a project or a room that the lab doesn't know.
  public func sheet(of project: String, room: String?) throws -> RoomSheet {
    try database.read { sql in
      let project = try Projects(sql: sql).named(project)
      return RoomSheet(
        lab: try sql.first("SELECT name FROM lab")?.text(0) ?? "", project: project.id,
        codename: project.codename,
        trust: Fingerprint(of: try Roots(sql: sql, project: project.id).current()).hex,
        room: try room.map { try Self.room($0, of: project, sql) })
    }
  }

  /// Writes a sheet to the file that a person named, in place of one of that name.
  public static func writeSheet(_ bytes: [UInt8], to path: String) throws {
    try InputFile.write(bytes, to: path)
  }

  private static func room(
    _ name: String, of project: ProjectRecord, _ sql: SQL
  ) throws -> RoomSheet.Room {
    let rooms = try Channels(sql: sql).all(of: project.id).map(\.room)
      .filter { $0.hex.hasPrefix(name) }
    guard let room = rooms.first, rooms.count == 1,
      let card = try sql.first("SELECT card FROM rooms WHERE id = ?", .bytes(room))?.blob(0)
    else {
      throw Failure(
        .badInput,
        "\(rooms.isEmpty ? "no room" : "more than one room") of \(project.codename) begins with "
          + "\"\(name)\"; status lists them, and --new makes a sheet for one that isn't enrolled")
    }
    return RoomSheet.Room(id: room, card: Fingerprint(of: card).hex)
  }
}
