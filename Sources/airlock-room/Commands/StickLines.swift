import CommandSupport
import Exchange
import Room
import Vocabulary

/// What is on a stick and what a sync will do, and how long the queues last: in plain words.
enum StickLines {
  /// Before the sync.
  static func before(_ view: StickView, at folder: String, only: ID?) -> [String] {
    let channels = view.channels.filter { channel in
      only.map { $0 == channel.project } ?? (channel.down != .absent)
    }
    var lines = ["On the stick at \(folder):"]
    lines += channels.map { "  " + down($0) }
    if channels.isEmpty { lines.append("  nothing for this room") }
    if view.foreign > 0 {
      lines.append(
        "  \(Quantity.text(view.foreign, "folder")) for other rooms, left alone")
    }
    lines += channels.filter { $0.leaves > 0 }.map { "  " + up($0, view) }
    return lines
  }

  /// After it: how long there is work.
  static func after(_ queues: [QueueLength]) -> [String] {
    queues.map { queue in
      let name = queue.codename ?? queue.project.hex
      guard queue.tasks > 0 else { return "\(name): no task in the queue yet." }
      guard queue.open > 0 else { return "\(name): the queue is empty; every task is done." }
      let open = "\(name): \(queue.open) of \(Quantity.text(queue.tasks, "task")) to do"
      guard let days = queue.days else { return "\(open); nobody has begun." }
      return "\(open), enough for about \(Quantity.text(days, "day")) of work."
    }
  }

  private static func down(_ channel: StickView.Channel) -> String {
    let name = channel.codename ?? channel.project.hex
    return switch channel.down {
    case .absent: "\(name): the stick has no folder for it yet"
    case .nothingNew: "\(name): nothing that this room hasn't had"
    case .new(let bundles, let bytes):
      "\(name): \(Quantity.text(bundles, "new delivery", "new deliveries")) of the lab, "
        + "\(ByteCount.text(bytes)): will be taken in"
    case .older: "\(name): older than what this room has, as when sticks cross: nothing to take in"
    case .unfinished: "\(name): the lab hadn't finished writing it: nothing to take in"
    case .refused(let refusal): "\(name): can't be taken in: \(refusal.why)"
    }
  }

  private static func up(_ channel: StickView.Channel, _ view: StickView) -> String {
    let name = channel.codename ?? channel.project.hex
    let acts = channel.acts.values.reduce(0, +)
    let what = "\(name): \(Quantity.text(acts, "act")) that the lab hasn't confirmed"
    return view.isReadOnly
      ? "\(what): can't be put out, since the stick can only be read" : "\(what): will be put out"
  }
}
