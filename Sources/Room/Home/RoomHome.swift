import Store
import Vocabulary

/// Where a room keeps its files (design.md, "Who may do what").
public struct RoomHome: Sendable {
  /// The folder that `--home` names.
  public let path: String

  /// The room whose files lie in `path`, which need not exist yet.
  public init(_ path: String) { self.path = path }

  var people: String { "\(path)/people" }
  var salt: String { "\(people)/salt" }
  var grants: String { "\(path)/grants" }
  var projects: String { "\(path)/projects" }
  var roomDatabase: String { "\(path)/room.sqlite" }
  var custodianDatabase: String { "\(path)/custodian.sqlite" }
  var spool: String { "\(path)/spool" }

  /// The folders of a room, made with it.
  var folders: [String] { [people, grants, projects, spool] }

  /// What somebody's files are named by. Throws where there is no room.
  func who(_ name: String) throws -> String {
    WhoName.of(name, salt: try PrivateFile.read(salt, limit: 64))
  }

  func slot(_ who: String) -> String { "\(people)/\(who).slot" }
  func settings(_ who: String) -> String { "\(people)/\(who).settings" }
  func grant(_ project: ID, _ who: String) -> String { "\(grants)/\(project.hex)/\(who).dsse" }
  func store(_ project: ID) -> String { "\(projects)/\(project.hex).sqlite" }
  func erase(_ project: ID) -> String { "\(projects)/\(project.hex).erase" }
  func outbox(_ channel: ID, _ epoch: EpochID) -> String {
    "\(path)/outbox/\(channel.hex)/\(epoch.hex)"
  }
}
