import Store
import StrictJSON
public import Vocabulary

extension LabService {
  /// Sends nothing more to a room, and quarantines what comes from it; `lift` takes that back, and
  /// the room's next archive, which holds all since the last receipt, is taken in again.
  ///
  /// `room` is an id or the beginning of one; without `project` it is about all that it works on.
  /// Returns the channels. Throws `Failure` for an unknown room.
  public func revoke(
    _ room: String, project: String? = nil, lift: Bool = false
  ) throws -> [ID] {
    try database.write { sql in
      let projects =
        try project.map { [try Projects(sql: sql).named($0)] } ?? Projects(sql: sql).all()
      let channels = try projects.flatMap { try Channels(sql: sql).all(of: $0.id) }.filter {
        $0.room.hex == room || (room.count >= 4 && $0.room.hex.hasPrefix(room))
      }
      guard let first = channels.first else {
        throw Failure(.badInput, "\(room): no such room works on a project of this lab")
      }
      guard channels.allSatisfy({ $0.room == first.room }) else {
        throw Failure(.badInput, "\(room): several rooms begin like this")
      }
      for channel in channels {
        try ChannelStates(sql: sql).set(.revoked, channel.id, at: lift ? nil : context.now())
      }
      try Journal(sql: sql, now: context.now()).note(lift ? "unrevoked" : "revoked") {
        $0.member("room", first.room)
        $0.array("channels") { for channel in channels { $0.string(channel.id.hex) } }
      }
      return channels.map(\.id)
    }
  }
}
