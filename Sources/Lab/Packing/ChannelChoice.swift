import Store
import Vocabulary

/// Which rooms of a project a command is about.
struct ChannelChoice {
  let sql: SQL
  let project: ProjectRecord

  /// The channels of the rooms that are named, by id or the beginning of one; all where none is.
  ///
  /// Throws `Failure` for a name that fits no room or several, and where there is no room at all.
  func channels(_ rooms: [String]) throws -> [ChannelRecord] {
    let all = try Channels(sql: sql).all(of: project.id)
    guard !all.isEmpty else {
      throw Failure(
        .refused, "no room works on \(project.codename) yet: room enroll lets one in")
    }
    guard !rooms.isEmpty else { return all }
    var chosen: [ChannelRecord] = []
    for name in rooms {
      let channel = try self.channel(name, among: all)
      if !chosen.contains(where: { $0.id == channel.id }) { chosen.append(channel) }
    }
    return chosen
  }

  private func channel(_ name: String, among all: [ChannelRecord]) throws(Failure) -> ChannelRecord
  {
    let fitting = all.filter {
      $0.room.hex == name || (name.count >= 4 && $0.room.hex.hasPrefix(name))
    }
    guard let channel = fitting.first else {
      throw Failure(.badInput, "--room \(name): no such room works on \(project.codename)")
    }
    guard fitting.count == 1 else {
      throw Failure(.badInput, "--room \(name): several rooms begin like this")
    }
    return channel
  }
}
