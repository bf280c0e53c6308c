import Store
import Vocabulary

/// The files of a home that a backup holds: everything but what waits in the outbox, which is made
/// anew, and what a process keeps while it runs.
struct HomeContents {
  let home: RoomHome

  /// Paths below the home, in the order in which they are written.
  func paths() throws -> [String] {
    var paths = try names("people") { _ in true }
    for project in try HomeFiles.names(in: home.grants) {
      paths += try names("grants/\(project)") { $0.hasSuffix(".dsse") }
    }
    paths += try names("projects") { _ in true }
    for database in ["room.sqlite", "custodian.sqlite"] {
      paths += [database, "\(database)-wal"].filter { PrivateFile.exists("\(home.path)/\($0)") }
    }
    return paths.filter(Self.isKnown)
  }

  private func names(_ folder: String, _ isWanted: (String) -> Bool) throws -> [String] {
    try HomeFiles.names(in: "\(home.path)/\(folder)").filter(isWanted).map { "\(folder)/\($0)" }
  }

  /// Whether a path has the form of one of a home's files (design.md, "Who may do what"): nothing
  /// else is written by a restore, whatever a backup says.
  static func isKnown(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("room.sqlite", 1), ("room.sqlite-wal", 1), ("custodian.sqlite", 1),
      ("custodian.sqlite-wal", 1):
      return true
    case ("people", 2):
      return ["salt", "custodian.slot"].contains(parts[1]) || isPersons(parts[1])
    case ("grants", 3): return ID(hex: parts[1]) != nil && isFile(parts[2], ["dsse"])
    case ("projects", 2): return isFile(parts[1], ["sqlite", "sqlite-wal", "erase"])
    default: return false
    }
  }

  /// `<32 hex>.<ending>`: a slot, or another small file of somebody's own.
  private static func isPersons(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    let ending = name[name.index(after: dot)...]
    return ID(hex: name[..<dot]) != nil && !ending.isEmpty
      && ending.allSatisfy { $0.isASCII && $0.isLowercase }
  }

  /// `<32 hex>.<ending>`.
  private static func isFile(_ name: String, _ endings: [String]) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    return ID(hex: name[..<dot]) != nil && endings.contains(String(name[name.index(after: dot)...]))
  }
}
