import CommandSupport
import Room
import Vocabulary

extension CommonOptions {
  /// The room's custodian, opened with their passphrase.
  func custodian() throws -> Custodian {
    let home = RoomHome(try home(of: "airlock-room"))
    try home.require()
    return try Custodian.open(
      home: home, passphrase: try passphrase("the custodian's"), context: .system)
  }

  /// A project opened by the person named, with their own passphrase.
  func desk(of person: String, project: String) throws -> Desk {
    let project = try ProjectArgument.id(project)
    let home = RoomHome(try home(of: "airlock-room"))
    try home.require()
    let contractor = try Contractor.open(
      home: home, name: person, passphrase: try passphrase("\(person)'s"), context: .system)
    return try contractor.desk(project)
  }
}

/// A project named on the command line.
enum ProjectArgument {
  static func id(_ text: String) throws -> ID {
    if let id = ID(hex: text) { return id }
    throw Failure(.usage, "\"\(text)\" is no project id: 32 lowercase hexadecimal digits are")
  }
}
