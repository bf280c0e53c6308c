import CommandSupport
import Exchange
import Lab
import Vocabulary

/// What is on a stick and what a sync will do, and what its rooms still owe: in plain words.
enum StickLines {
  /// Before the sync.
  static func before(_ view: LabStickView, at folder: String) -> [String] {
    var lines = ["On the stick at \(folder):"]
    for channel in view.channels {
      let name = "  \(channel.codename) in room \(short(channel.room))"
      lines.append(
        channel.archives == 0
          ? "\(name): nothing new from the room"
          : "\(name): new results, \(ByteCount.text(channel.bytes)): will be verified and taken in")
      if channel.isWritten, channel.bundles > 0 {
        let bundles = Quantity.text(channel.bundles, "delivery", "deliveries")
        lines.append("\(name): \(bundles) that the room hasn't confirmed: will be on the stick")
      }
    }
    if view.channels.isEmpty { lines.append("  nothing of this lab") }
    if view.foreign > 0 {
      lines.append("  \(Quantity.text(view.foreign, "folder")) of other labs, left alone")
    }
    if view.isReadOnly {
      lines.append("  The stick can only be read: nothing can be put on it.")
    }
    return lines
  }

  /// After it: the rooms that the stick visits and what each still owes.
  static func after(_ rooms: [Outstanding], now: Int64) -> [String] {
    rooms.map { room in
      let open =
        room.open == 0
        ? "no task outstanding"
        : "\(room.open) of \(Quantity.text(room.tasks, "task")) outstanding"
      let bundles =
        room.bundles == 0
        ? "" : ", \(Quantity.text(room.bundles, "delivery", "deliveries")) not confirmed"
      return "\(room.codename) in room \(short(room.room)): \(open)\(bundles), \(heard(room, now))."
    }
  }

  private static func heard(_ room: Outstanding, _ now: Int64) -> String {
    guard let heard = room.heard else { return "never heard of yet" }
    let days = max(0, now - heard) / 86_400_000
    return days == 0 ? "heard of today" : "last heard of \(Quantity.text(days, "day")) ago"
  }

  /// Enough of a room's id to tell it from others.
  private static func short(_ room: ID) -> String { String(room.hex.prefix(8)) }
}
