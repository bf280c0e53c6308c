import CommandSupport
import Exchange
import Room
import Vocabulary

/// What a sync did, for programs and for the person who carries the stick.
enum SyncOutput {
  static func report(_ report: SyncReport, stick: String, _ queues: [QueueLength]) -> Report {
    .members([
      "stick": .text(stick), "channels": .list(report.channels.map(channel)),
      "destroyed": .list(report.destroyed.map { .text($0.project.hex) }),
      "foreign": .integer(Int64(report.foreign)), "queues": .list(queues.map(queue)),
    ])
  }

  static let awaitsAcceptance =
    "this room was restored; the lab counts its results once it has accepted it "
    + "(airlock-lab room accept)."

  private static func queue(_ queue: QueueLength) -> Report {
    .members([
      "project": .text(queue.project.hex), "tasks": .integer(Int64(queue.tasks)),
      "open": .integer(Int64(queue.open)), "days": queue.days.map { .integer(Int64($0)) } ?? .null,
    ])
  }

  private static func channel(_ channel: SyncReport.Channel) -> Report {
    .members([
      "project": .text(channel.project.hex), "codename": channel.codename.map { .text($0) },
      "imported": .list(channel.imported.map { .integer($0) }),
      "tasks": .integer(Int64(channel.tasks)),
      "messages": .list(channel.messages.map { .text($0) }),
      "orders": .list(channel.orders.map(order)), "older": .bool(channel.older),
      "unfinished": .bool(channel.unfinished),
      "alarms": .list(
        channel.alarms.map {
          .members(["code": .text($0.code.rawValue), "why": .text($0.why)])
        }),
      "archive": channel.archive.map { .integer($0) }, "leaves": .integer(channel.leaves),
      "again": .bool(channel.again), "receipted": .integer(channel.receipted),
      "awaitsAcceptance": .bool(channel.awaitsAcceptance),
      "unanswered": channel.lease.map { .integer($0.unanswered) },
      "leaseSpent": channel.lease.map { .bool($0.isSpent) },
      "paused": channel.pause.map { .text($0.text) },
    ])
  }

  private static func order(_ order: SyncReport.TakenOrder) -> Report {
    .members([
      "order": .text(order.name), "text": .text(order.text),
      "consequences": .list(order.consequences.map { .text($0) }),
    ])
  }

  static func lines(_ report: SyncReport) -> [String] {
    var lines = report.channels.flatMap { Self.lines($0) }
    lines += report.destroyed.map {
      "\($0.codename.isEmpty ? $0.project.hex : $0.codename): was destroyed in this room; what is on "
        + "the stick for it was left alone."
    }
    if report.channels.isEmpty, report.destroyed.isEmpty {
      lines.append("Nothing on this stick is for this room.")
    }
    if report.foreign > 0 {
      let folders = Quantity.text(
        report.foreign, "folder of another room or project", "folders of other rooms or projects")
      lines.append("\(folders) left alone.")
    }
    lines.append("You may pull the stick out now.")
    return lines
  }

  private static func lines(_ channel: SyncReport.Channel) -> [String] {
    let name = channel.codename ?? channel.project.hex
    var lines = [taken(channel, name)]
    lines += channel.orders.flatMap { OrderLines.lines($0, of: name) }
    lines += channel.alarms.map { "\(name): \(RefusalAdvice.line(for: $0))" }
    if channel.awaitsAcceptance {
      lines.append("\(name): \(awaitsAcceptance)")
    }
    if let archive = channel.archive {
      let what = channel.again ? "put out again" : "put out: \(channel.leaves) log entries"
      lines.append("\(name): archive \(archive) \(what).")
    }
    if channel.receipted > 0 {
      lines.append("\(name): the lab has everything up to archive \(channel.receipted).")
    }
    if let lease = channel.lease, lease.isPressing, let line = lease.line {
      lines.append("\(name): \(line)")
    }
    return lines
  }

  private static func taken(_ channel: SyncReport.Channel, _ name: String) -> String {
    if channel.older {
      return "\(name): this stick is older than what the room has; nothing to do."
    }
    if channel.unfinished {
      return "\(name): this stick was pulled out before the lab had written it; take it back there."
    }
    if channel.imported.isEmpty { return "\(name): nothing new to take in." }
    let numbers = channel.imported.map(String.init).joined(separator: ", ")
    return "\(name): took in \(numbers): \(channel.tasks) tasks added."
  }
}
