import Store
import Vocabulary

/// Which rooms of a project a command is about.
struct ChannelChoice {
  let sql: SQL
  let project: ProjectRecord

  /// What rooms are chosen for.
  enum Purpose { case orders, tasks }

  /// The channels of the rooms that are named, by id or the beginning of one; all where none is.
  ///
  /// Rooms that may get nothing of the kind are left out where all are meant: revoked ones always,
  /// frozen and wiped ones where it is about tasks.
  ///
  /// Throws `Failure` for a name that fits no room, several, or one that may get nothing, and where
  /// no room is left.
  func channels(
    _ rooms: [String], for purpose: Purpose = .orders
  ) throws -> [ChannelRecord] {
    let closed: [ChannelState] = purpose == .tasks ? [.revoked, .wiped, .frozen] : [.revoked]
    let chosen = try named(rooms)
    var open: [ChannelRecord] = []
    for channel in chosen {
      guard let state = try ChannelStates(sql: sql).first(of: closed, channel.id) else {
        open.append(channel)
        continue
      }
      guard rooms.isEmpty else {
        throw Failure(.refused, "--room \(channel.room.hex): this room is \(state.words)")
      }
    }
    guard !open.isEmpty else {
      throw Failure(
        .refused, "every room of \(project.codename) is frozen, revoked or told to destroy it")
    }
    return open
  }

  private func named(_ rooms: [String]) throws -> [ChannelRecord] {
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
