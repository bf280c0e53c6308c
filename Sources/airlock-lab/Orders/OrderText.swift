import CommandSupport
import Lab
import Vocabulary

/// What was ordered, for programs and for people.
enum OrderText {
  static func show(_ report: OrderReport, json: Bool, done: String) throws {
    try Output.show(asReport(report), json: json, lines: lines(report, done: done))
  }

  private static func lines(_ report: OrderReport, done: String) -> [String] {
    guard !report.channels.isEmpty else { return ["Nothing to order: no room is concerned."] }
    let rooms = Quantity.text(Set(report.channels.map(\.room)).count, "room")
    let way =
      report.isWritten
      ? "It is on the stick." : "The next sync puts it on a stick: airlock-lab sync STICK"
    return ["\(done) (\(rooms)). \(way)"]
      + report.channels.map { "  room \($0.room): number \($0.sequence)" }
  }

  static func asReport(_ report: OrderReport) -> Report {
    .members([
      "project": .text(report.project.hex), "order": .text(report.order),
      "written": .bool(report.isWritten),
      "rooms": .list(
        report.channels.map {
          .members([
            "room": .text($0.room.hex), "channel": .text($0.channel.hex),
            "sequence": .integer($0.sequence),
          ])
        }),
    ])
  }
}
